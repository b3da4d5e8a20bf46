package pronto.staff;

import java.util.Locale;
import pronto.ui.Invalid;

/** What a token is for. */
public enum Scope {
    READ,
    WRITE,
    ADMIN,
    CTI,
    INBOUND,
    SCIM;

    public static Scope named(String name) {
        for (var scope : values()) {
            if (scope.text().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return scope;
            }
        }
        throw new Invalid("unknown-scope", "scopes");
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
