package pronto.sla;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.ui.Invalid;

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

    /** As the world outside spells it, or a refusal that names the field. */
    public static Enum<?> read(Factor factor, String spelled, String field) {
        return factor.choices().stream()
                .filter(choice -> Spelling.of(choice).equals(spelled))
                .findFirst()
                .orElseThrow(() -> new Invalid("not-a-choice", field, Map.of("choices", spelled(factor))));
    }

    private static String spelled(Factor factor) {
        return factor.choices().stream().map(Spelling::of).collect(Collectors.joining(", "));
    }

    public static long unanswered(Map<Factor, String> answers) {
        return Stream.of(Factor.values())
                .filter(factor -> answers.getOrDefault(factor, "").isBlank())
                .count();
    }

    /** From what was answered; whichever is not is refused by its field and with this name. */
    public static Impact read(Map<Factor, ? extends @Nullable String> answers, String unanswered) {
        var impact = MILDEST;
        for (var factor : Factor.values()) {
            var spelled = answers.get(factor);
            var field = Spelling.of(factor);
            if (spelled == null || spelled.isBlank()) {
                throw new Invalid(unanswered, field);
            }
            impact = impact.with(factor, read(factor, spelled, field));
        }
        return impact;
    }

    /** Of the reach that was typed and the one that was counted the larger counts. */
    public Impact reaching(Reach counted) {
        return counted.compareTo(reach) > 0 ? with(Factor.REACH, counted) : this;
    }
}
