package pronto.tickets;

import org.jspecify.annotations.Nullable;

/** How a ticket was resolved. {@code text} is what the customer is told; each kind has its own thing to point at. */
public sealed interface Resolution {

    String text();

    /** What shows it: the guideline's name, what was provided, the fault that stays open, where the fix is. */
    @Nullable String evidence();

    /** The question was answered. */
    record Answer(String text, @Nullable String evidence) implements Resolution {}

    /** A guideline says how it is done. */
    record Guideline(String text, @Nullable String evidence) implements Resolution {}

    /** We did something for them. */
    record ServiceProvided(String text, @Nullable String evidence) implements Resolution {}

    /** They can go on; the fault is still there. */
    record Workaround(String text, @Nullable String evidence) implements Resolution {}

    /** The fault was fixed outside the plan of releases. */
    record Hotfix(String text, @Nullable String evidence) implements Resolution {}

    /** None of these; the text says what. */
    record Other(String text, @Nullable String evidence) implements Resolution {}

    /** The names of the kinds, as programs write them. */
    enum Kind {
        ANSWER,
        GUIDELINE,
        SERVICE_PROVIDED,
        WORKAROUND,
        HOTFIX,
        OTHER
    }

    default Kind kind() {
        return switch (this) {
            case Answer given -> Kind.ANSWER;
            case Guideline given -> Kind.GUIDELINE;
            case ServiceProvided given -> Kind.SERVICE_PROVIDED;
            case Workaround given -> Kind.WORKAROUND;
            case Hotfix given -> Kind.HOTFIX;
            case Other given -> Kind.OTHER;
        };
    }

    static Resolution of(Kind kind, String text, @Nullable String evidence) {
        return switch (kind) {
            case ANSWER -> new Answer(text, evidence);
            case GUIDELINE -> new Guideline(text, evidence);
            case SERVICE_PROVIDED -> new ServiceProvided(text, evidence);
            case WORKAROUND -> new Workaround(text, evidence);
            case HOTFIX -> new Hotfix(text, evidence);
            case OTHER -> new Other(text, evidence);
        };
    }
}
