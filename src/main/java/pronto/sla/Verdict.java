package pronto.sla;

import java.util.List;
import pronto.sla.Impact.Factor;
import pronto.ui.Text;

/**
 * A priority with its working: each factor's points of its maximum, the rules that led there, and what would change the
 * result.
 */
public record Verdict(
        Impact impact,
        Priority priority,
        int points,
        List<Part> parts,
        List<PriorityTable.Rule> rules,
        List<Change> changes) {

    /** What one factor adds, of how much it could. */
    public record Part(Factor factor, Enum<?> value, int points, int of) {

        public String name() {
            return "sla.factor." + factor.name();
        }

        public String word() {
            return Verdict.word(factor, value);
        }
    }

    /** With this value instead it would be that. */
    public record Change(Factor factor, Enum<?> value, int points, Priority priority) {

        public String sentence(Text text) {
            return text.of(
                    "sla.wouldChange",
                    "factor",
                    text.of("sla.factor." + factor.name()),
                    "value",
                    text.of(Verdict.word(factor, value)),
                    "points",
                    points,
                    "priority",
                    priority.name());
        }
    }

    /** The most points there can be. */
    public int most() {
        return parts.stream().mapToInt(Part::of).sum();
    }

    /** What is the matter, in one sentence. */
    public String sentence(Text text) {
        return text.of(
                "sla.sentence",
                "severity",
                clause(Factor.SEVERITY, text),
                "coreImpact",
                clause(Factor.CORE_IMPACT, text),
                "reach",
                clause(Factor.REACH, text),
                "degradation",
                clause(Factor.DEGRADATION, text),
                "workaround",
                clause(Factor.WORKAROUND, text));
    }

    private String clause(Factor factor, Text text) {
        return text.of("sla.clause." + factor.name() + "." + impact.of(factor).name());
    }

    public static String word(Factor factor, Enum<?> value) {
        return "sla.value." + factor.name() + "." + value.name();
    }
}
