package pronto.staff;

import java.util.Locale;
import pronto.ui.Invalid;

/** What somebody may do; each may what the ones before it may, but for the auditor, who reads everything and writes nothing. */
public enum Role {
    TECHNICIAN,
    LEAD,
    MANAGER,
    ADMINISTRATOR,
    AUDITOR;

    public static Role named(String name) {
        for (var role : values()) {
            if (role.text().equals(name.strip().toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new Invalid("unknown-role", "role");
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
