package pronto.catalog;

import java.util.Locale;

/** What a part of the catalog is: what we sell, what it is built of, or where that runs. */
public enum PartKind {
    SERVICE,
    COMPONENT,
    ENVIRONMENT;

    public static PartKind named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Its name in the database, in addresses and in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its resource in the API. */
    public String plural() {
        return text() + "s";
    }
}
