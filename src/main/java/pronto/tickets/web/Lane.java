package pronto.tickets.web;

import java.util.Locale;

/** The lists a technician works from; each is an address. */
public enum Lane {
    ALL,
    MINE,
    FREE,
    UNKNOWN,
    SPAM;

    /** As it stands in an address: {@code ?view=mine}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Lane of(String spelled) {
        for (var lane : values()) {
            if (lane.spelled().equals(spelled)) {
                return lane;
            }
        }
        return ALL;
    }

    public String path() {
        return this == ALL ? "/" : "/?view=" + spelled();
    }

    /** The address of a ticket, beside this list. */
    public String path(String code) {
        return "/tickets/" + code + (this == ALL ? "" : "?view=" + spelled());
    }

    public String title() {
        return "tickets.lane." + spelled();
    }

    public String empty() {
        return "tickets.empty." + spelled();
    }
}
