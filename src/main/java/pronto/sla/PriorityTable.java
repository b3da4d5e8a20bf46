package pronto.sla;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pronto.runtime.Spelling;
import pronto.sla.Impact.CoreImpact;
import pronto.sla.Impact.Factor;
import pronto.sla.Impact.Reach;
import pronto.sla.Impact.Severity;
import pronto.ui.Invalid;
import pronto.ui.Text;

/**
 * How a priority follows from the five factors, as data: points for each value in the order of the values, the points
 * from which on a priority begins, and rules that lift whatever the points say. One that breaks a promise of ours cannot
 * be made: a worse value never lowers, all mildest is P4, data at risk is P1, and so is a core service that stopped for
 * most.
 */
public record PriorityTable(Map<Factor, List<Integer>> points, Map<Priority, Integer> from, List<Rule> rules) {

    public static final int MOST_POINTS = 1000;
    public static final int MOST_RULES = 20;

    /** Where each of these factors is at least as bad as this, the priority is at least that. */
    public record Rule(Map<Factor, Enum<?>> when, Priority priority) {

        public Rule {
            when = Map.copyOf(when);
        }

        public boolean speaks(Impact impact) {
            return when.entrySet().stream()
                    .allMatch(one ->
                            impact.of(one.getKey()).ordinal() >= one.getValue().ordinal());
        }

        /** In words: from which values on, and to which priority. */
        public String sentence(Text text) {
            var told = new ArrayList<String>();
            for (var factor : Factor.values()) {
                var value = when.get(factor);
                if (value != null) {
                    var worst = value.ordinal() == factor.choices().size() - 1;
                    told.add(text.of(
                            worst ? "sla.rule.is" : "sla.rule.from",
                            "factor",
                            text.of("sla.factor." + factor.name()),
                            "value",
                            text.of(Verdict.word(factor, value))));
                }
            }
            return text.of(
                    priority == Priority.P1 ? "sla.rule.always" : "sla.rule.atLeast",
                    "when",
                    text.list(told),
                    "priority",
                    priority.name());
        }
    }

    /** The table that every installation begins with. */
    public static final PriorityTable SHIPPED = new PriorityTable(
            Map.ofEntries(
                    entry(Factor.SEVERITY, List.of(0, 10, 22, 30)),
                    entry(Factor.CORE_IMPACT, List.of(0, 8, 20, 30)),
                    entry(Factor.REACH, List.of(0, 6, 13, 20)),
                    entry(Factor.DEGRADATION, List.of(0, 3, 6, 10)),
                    entry(Factor.WORKAROUND, List.of(0, 5, 10))),
            Map.of(Priority.P1, 80, Priority.P2, 50, Priority.P3, 25),
            List.of(
                    new Rule(Map.of(Factor.SEVERITY, Severity.DATA_AT_RISK), Priority.P1),
                    new Rule(Map.of(Factor.CORE_IMPACT, CoreImpact.HEAVY, Factor.REACH, Reach.MOST), Priority.P1)));

    public PriorityTable {
        points = Map.copyOf(points);
        from = Map.copyOf(from);
        rules = List.copyOf(rules);
        pointsNeverFall(points);
        thresholdsRise(from);
        rulesSayWhen(rules);
        keepsOurPromises(points, from, rules);
    }

    private static void pointsNeverFall(Map<Factor, List<Integer>> points) {
        for (var factor : Factor.values()) {
            var given = points.get(factor);
            if (given == null || given.size() != factor.choices().size()) {
                throw Invalid.missing(field(factor));
            }
            var before = 0;
            for (var some : given) {
                if (some < 0 || some > MOST_POINTS) {
                    throw new Invalid("points-out-of-range", field(factor), Map.of("most", MOST_POINTS));
                }
                if (some < before) {
                    throw new Invalid("points-fall", field(factor));
                }
                before = some;
            }
        }
    }

    private static void thresholdsRise(Map<Priority, Integer> from) {
        var below = 0;
        for (var priority : List.of(Priority.P3, Priority.P2, Priority.P1)) {
            var begins = from.get(priority);
            if (begins == null) {
                throw Invalid.missing("thresholds." + priority);
            }
            if (begins <= below) {
                throw new Invalid("thresholds-fall", "thresholds." + priority);
            }
            if (begins > MOST_POINTS * Factor.values().length) {
                throw new Invalid("points-out-of-range", "thresholds." + priority, Map.of("most", MOST_POINTS));
            }
            below = begins;
        }
    }

    private static void rulesSayWhen(List<Rule> rules) {
        if (rules.size() > MOST_RULES) {
            throw new Invalid("too-many-rules", "rules", Map.of("most", MOST_RULES));
        }
        for (var rule : rules) {
            if (rule.when().isEmpty()) {
                throw new Invalid("rule-without-when", "rules");
            }
            if (rule.priority() == Priority.P4) {
                throw new Invalid("rule-lifts-nothing", "rules");
            }
        }
    }

    private static void keepsOurPromises(
            Map<Factor, List<Integer>> points, Map<Priority, Integer> from, List<Rule> rules) {
        if (of(points, from, rules, Impact.MILDEST).priority() != Priority.P4) {
            throw new Invalid("mildest-above-p4", "thresholds.P3");
        }
        var atRisk = Impact.MILDEST.with(Factor.SEVERITY, Severity.DATA_AT_RISK);
        if (of(points, from, rules, atRisk).priority() != Priority.P1) {
            throw new Invalid("data-at-risk-below-p1", "rules");
        }
        var stopped =
                Impact.MILDEST.with(Factor.CORE_IMPACT, CoreImpact.STOPPED).with(Factor.REACH, Reach.MOST);
        if (of(points, from, rules, stopped).priority() != Priority.P1) {
            throw new Invalid("stopped-for-most-below-p1", "rules");
        }
    }

    private static String field(Factor factor) {
        return "points." + Spelling.of(factor);
    }

    /** The priority, and how it comes about. */
    public Verdict of(Impact impact) {
        var verdict = of(points, from, rules, impact);
        return new Verdict(
                impact,
                verdict.priority(),
                verdict.points(),
                parts(impact),
                verdict.lifting(),
                changes(impact, verdict.priority()));
    }

    public Priority priority(Impact impact) {
        return of(points, from, rules, impact).priority();
    }

    /** The most points there can be. */
    public int most() {
        return points.values().stream().mapToInt(List::getLast).sum();
    }

    /** From how many points on; P4 begins at none. */
    public int from(Priority priority) {
        return from.getOrDefault(priority, 0);
    }

    public int points(Factor factor, Enum<?> value) {
        return Objects.requireNonNull(points.get(factor)).get(value.ordinal());
    }

    private record Result(Priority priority, int points, List<Rule> lifting) {}

    private static Result of(
            Map<Factor, List<Integer>> points, Map<Priority, Integer> from, List<Rule> rules, Impact impact) {
        var sum = 0;
        for (var factor : Factor.values()) {
            sum += Objects.requireNonNull(points.get(factor))
                    .get(impact.of(factor).ordinal());
        }
        var byPoints = Priority.P4;
        for (var priority : List.of(Priority.P3, Priority.P2, Priority.P1)) {
            if (sum >= Objects.requireNonNull(from.get(priority))) {
                byPoints = priority;
            }
        }
        var highest = byPoints;
        for (var rule : rules) {
            if (rule.speaks(impact) && rule.priority().above(highest)) {
                highest = rule.priority();
            }
        }
        var lifted = highest;
        // A rule that says the same as the points is told as well: the points may change, and it would still hold.
        return new Result(
                lifted,
                sum,
                rules.stream()
                        .filter(rule -> rule.priority() == lifted && rule.speaks(impact))
                        .toList());
    }

    private List<Verdict.Part> parts(Impact impact) {
        var parts = new ArrayList<Verdict.Part>();
        for (var factor : Factor.values()) {
            parts.add(new Verdict.Part(
                    factor,
                    impact.of(factor),
                    points(factor, impact.of(factor)),
                    Objects.requireNonNull(points.get(factor)).getLast()));
        }
        return parts;
    }

    /** For each factor the nearest milder value that lowers the priority, and the nearest worse one that raises it. */
    private List<Verdict.Change> changes(Impact impact, Priority priority) {
        var changes = new ArrayList<Verdict.Change>();
        for (var factor : Factor.values()) {
            var values = factor.choices();
            var is = impact.of(factor).ordinal();
            for (var milder = is - 1; milder >= 0; milder--) {
                if (changed(impact, factor, values.get(milder), priority, changes)) {
                    break;
                }
            }
            for (var worse = is + 1; worse < values.size(); worse++) {
                if (changed(impact, factor, values.get(worse), priority, changes)) {
                    break;
                }
            }
        }
        return changes;
    }

    private boolean changed(
            Impact impact, Factor factor, Enum<?> value, Priority priority, List<Verdict.Change> changes) {
        var then = of(points, from, rules, impact.with(factor, value));
        return then.priority() != priority
                && changes.add(new Verdict.Change(factor, value, then.points(), then.priority()));
    }

    /** The same with other points for one factor. */
    public PriorityTable with(Factor factor, List<Integer> other) {
        var changed = new EnumMap<>(points);
        changed.put(factor, other);
        return new PriorityTable(changed, from, rules);
    }

    public PriorityTable with(Priority priority, int begins) {
        var changed = new EnumMap<>(from);
        changed.put(priority, begins);
        return new PriorityTable(points, changed, rules);
    }
}
