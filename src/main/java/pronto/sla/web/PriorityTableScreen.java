package pronto.sla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.runtime.Spelling;
import pronto.sla.Impact.Factor;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.sla.Verdict;
import pronto.sla.priority.Effects;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Version;

/** The priority table: everybody reads it, administrators change it and see before what that would do. */
@Controller
@RequestMapping("/settings/priority")
class PriorityTableScreen {

    private static final int PAST = 50;
    private static final int MOVES = 30;

    private final PriorityTables tables;
    private final Effects effects;

    PriorityTableScreen(PriorityTables tables, Effects effects) {
        this.tables = tables;
        this.effects = effects;
    }

    /** The table that holds, or an earlier one with what going back to it would do. */
    @GetMapping
    View show(@RequestParam(required = false) @Nullable Long version, Reader reader) {
        var now = tables.current();
        var shown = version == null ? now : tables.version(version);
        var looking = shown.number() == now.number() ? null : shown.number();
        var may = mayChange(reader);
        return new PriorityTableView(
                now.number(),
                looking,
                rows(shown.table()),
                thresholds(shown.table()),
                rules(shown.table()),
                tables.versions(null, PAST).stream()
                        .map(one -> new PriorityTableView.Past(one.number(), one.at(), one.by(), one.restores()))
                        .toList(),
                effects.waiting(),
                may,
                looking == null
                        ? null
                        : preview(
                                shown.table(),
                                "/settings/priority/versions/" + looking + "/restoration?seen=" + now.number(),
                                may));
    }

    /** Keeps nothing, so whoever may read may ask. */
    @PostMapping("/preview")
    @Needs(Right.READ)
    View preview(@RequestParam Map<String, String> typed, Reader reader) {
        return preview(TableForm.read(typed), "/settings/priority", mayChange(reader));
    }

    @PostMapping
    @Needs(Right.ADMINISTER)
    View change(@RequestParam Map<String, String> typed, @RequestParam long seen, Actor me) {
        tables.change(TableForm.read(typed), there -> check(there, seen), me);
        return Go.to("/settings/priority");
    }

    @PostMapping("/versions/{version}/restoration")
    @Needs(Right.ADMINISTER)
    View restore(@PathVariable long version, @RequestParam long seen, Actor me) {
        tables.restore(version, there -> check(there, seen), me);
        return Go.to("/settings/priority");
    }

    private static void check(long there, long seen) {
        Version.of(there).check(Version.of(seen).tag());
    }

    private PriorityPreview preview(PriorityTable table, String apply, boolean may) {
        var changed = !table.equals(tables.current().table());
        return new PriorityPreview(effects.of(table, MOVES), changed, changed && may ? apply : null, may);
    }

    private static boolean mayChange(Reader reader) {
        return "administrator".equals(reader.role());
    }

    private static List<PriorityTableView.Row> rows(PriorityTable table) {
        var rows = new ArrayList<PriorityTableView.Row>();
        for (var factor : Factor.values()) {
            var field = "points." + Spelling.of(factor);
            rows.add(new PriorityTableView.Row(
                    field,
                    "sla.factor." + factor.name(),
                    factor.choices().stream()
                            .map(choice -> new PriorityTableView.Cell(
                                    field + "." + Spelling.of(choice),
                                    Verdict.word(factor, choice),
                                    table.points(factor, choice)))
                            .toList()));
        }
        return rows;
    }

    private static List<PriorityTableView.Cell> thresholds(PriorityTable table) {
        return TableForm.THRESHOLDS.stream()
                .map(priority ->
                        new PriorityTableView.Cell("thresholds." + priority, priority.word(), table.from(priority)))
                .toList();
    }

    /** And a blank one, for another. */
    private static List<PriorityTableView.RuleRow> rules(PriorityTable table) {
        var rules = new ArrayList<PriorityTableView.RuleRow>();
        for (var number = 0; number <= table.rules().size(); number++) {
            var rule = number < table.rules().size() ? table.rules().get(number) : null;
            var name = "rule" + number;
            var factors = new ArrayList<PriorityTableView.Choice>();
            for (var factor : Factor.values()) {
                var value = rule == null ? null : rule.when().get(factor);
                factors.add(new PriorityTableView.Choice(
                        name + "." + Spelling.of(factor),
                        "sla.factor." + factor.name(),
                        factor.choices().stream()
                                .map(choice -> new PriorityTableView.Option(
                                        Spelling.of(choice), Verdict.word(factor, choice), choice == value))
                                .toList()));
            }
            var priorities = TableForm.THRESHOLDS.stream()
                    .map(priority -> new PriorityTableView.Option(
                            priority.name(), priority.word(), rule != null && rule.priority() == priority))
                    .toList();
            rules.add(new PriorityTableView.RuleRow(number, factors, priorities));
        }
        return rules;
    }
}
