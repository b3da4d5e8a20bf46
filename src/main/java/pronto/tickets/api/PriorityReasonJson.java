package pronto.tickets.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.sla.Verdict;
import pronto.tickets.Screened;
import pronto.ui.Text;
import pronto.ui.api.OneOf;

/** Why a ticket has its priority: one sentence, the points of each factor, the rules, and what would change it. */
record PriorityReasonJson(
        String sentence,
        List<FactorJson> factors,
        List<RuleJson> rules,
        List<ChangeJson> wouldChange,
        int points,
        int of,
        @OneOf(Priority.class) String computed,
        @OneOf(Reach.class) String reachCounted,
        @Nullable OverrideJson override,
        String by,
        Instant at) {

    record FactorJson(@OneOf(Factor.class) String factor, String value, int points, int of) {}

    record RuleJson(String sentence, @OneOf(Priority.class) String priority) {}

    record ChangeJson(
            String sentence,
            @OneOf(Factor.class) String factor,
            String value,
            int points,
            @OneOf(Priority.class) String priority) {}

    record OverrideJson(@OneOf(Priority.class) String priority, String reason) {}

    static PriorityReasonJson of(Screened screened, Text text) {
        var verdict = screened.verdict();
        return new PriorityReasonJson(
                sentence(screened, text),
                verdict.parts().stream()
                        .map(part -> new FactorJson(
                                Spelling.of(part.factor()), Spelling.of(part.value()), part.points(), part.of()))
                        .toList(),
                verdict.rules().stream().map(rule -> rule(rule, text)).toList(),
                verdict.changes().stream().map(change -> change(change, text)).toList(),
                verdict.points(),
                verdict.most(),
                verdict.priority().name(),
                Spelling.of(screened.counted()),
                screened.byHand() == null
                        ? null
                        : new OverrideJson(
                                screened.byHand().priority().name(),
                                screened.byHand().reason()),
                screened.by(),
                screened.at());
    }

    private static String sentence(Screened screened, Text text) {
        var computed = screened.verdict().sentence(text);
        var hand = screened.byHand();
        return hand == null
                ? computed
                : text.of(
                        "tickets.screening.byHand.sentence",
                        "priority",
                        hand.priority().name(),
                        "by",
                        screened.by(),
                        "reason",
                        hand.reason(),
                        "computed",
                        computed);
    }

    private static RuleJson rule(PriorityTable.Rule rule, Text text) {
        return new RuleJson(rule.sentence(text), rule.priority().name());
    }

    private static ChangeJson change(Verdict.Change change, Text text) {
        return new ChangeJson(
                change.sentence(text),
                Spelling.of(change.factor()),
                Spelling.of(change.value()),
                change.points(),
                change.priority().name());
    }
}
