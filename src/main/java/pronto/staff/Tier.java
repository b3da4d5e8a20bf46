package pronto.staff;

import java.util.Locale;
import pronto.ui.Invalid;

/** How deep a team looks: three levels above each other, and specialists beside them. */
public enum Tier {
    FIRST("1"),
    SECOND("2"),
    THIRD("3"),
    SPECIALIST("specialist");

    private final String text;

    Tier(String text) {
        this.text = text;
    }

    public static Tier named(String name) {
        for (var tier : values()) {
            if (tier.text.equals(name.strip().toLowerCase(Locale.ROOT))) {
                return tier;
            }
        }
        throw new Invalid("unknown-tier", "tier");
    }

    /** Whether a ticket goes up, or aside to specialists, when it goes from this one to that one. */
    public boolean mayHandTo(Tier other) {
        return other == SPECIALIST || this == SPECIALIST || other.ordinal() >= ordinal();
    }

    public boolean isBelow(Tier other) {
        return ordinal() < other.ordinal();
    }

    /** Whether that one is a level above this one: specialists are beside the levels. */
    public boolean isLevelBelow(Tier other) {
        return other != SPECIALIST && isBelow(other);
    }

    public String text() {
        return text;
    }
}
