package pronto.sla;

import java.util.List;

/** How bad it is, by the five factors; the constants of each stand from the mildest to the worst. */
public record Impact(
        Severity severity, CoreImpact coreImpact, Reach reach, Degradation degradation, Workaround workaround) {

    public enum Severity {
        MINOR,
        MAJOR,
        BLOCKING,
        DATA_AT_RISK
    }

    /** What it does to the core services. */
    public enum CoreImpact {
        NONE,
        SLIGHT,
        HEAVY,
        STOPPED
    }

    /** Whom it concerns. */
    public enum Reach {
        ONE_PERSON,
        ONE_CUSTOMER,
        SEVERAL_CUSTOMERS,
        MOST
    }

    public enum Degradation {
        NONE,
        SLOW,
        INTERMITTENT,
        UNUSABLE
    }

    /** Whether there is another way to get on. */
    public enum Workaround {
        ACCEPTABLE,
        COSTLY,
        NONE
    }

    /** One of the five, with its values. */
    public enum Factor {
        SEVERITY(Severity.values()),
        CORE_IMPACT(CoreImpact.values()),
        REACH(Reach.values()),
        DEGRADATION(Degradation.values()),
        WORKAROUND(Workaround.values());

        private final List<Enum<?>> choices;

        Factor(Enum<?>... choices) {
            this.choices = List.of(choices);
        }

        public List<Enum<?>> choices() {
            return choices;
        }
    }

    public static final Impact MILDEST =
            new Impact(Severity.MINOR, CoreImpact.NONE, Reach.ONE_PERSON, Degradation.NONE, Workaround.ACCEPTABLE);

    public Enum<?> of(Factor factor) {
        return switch (factor) {
            case SEVERITY -> severity;
            case CORE_IMPACT -> coreImpact;
            case REACH -> reach;
            case DEGRADATION -> degradation;
            case WORKAROUND -> workaround;
        };
    }

    /** The same but for one factor. */
    public Impact with(Factor factor, Enum<?> value) {
        return switch (factor) {
            case SEVERITY -> new Impact((Severity) value, coreImpact, reach, degradation, workaround);
            case CORE_IMPACT -> new Impact(severity, (CoreImpact) value, reach, degradation, workaround);
            case REACH -> new Impact(severity, coreImpact, (Reach) value, degradation, workaround);
            case DEGRADATION -> new Impact(severity, coreImpact, reach, (Degradation) value, workaround);
            case WORKAROUND -> new Impact(severity, coreImpact, reach, degradation, (Workaround) value);
        };
    }

    /** Nothing of it is milder than there. */
    public boolean atLeast(Impact other) {
        for (var factor : Factor.values()) {
            if (of(factor).ordinal() < other.of(factor).ordinal()) {
                return false;
            }
        }
        return true;
    }
}
