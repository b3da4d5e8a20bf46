package pronto.ui;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who reads this screen, and how they like it. {@code role} is null for somebody who is not signed in. */
public record Reader(
        @Nullable Long id,
        String name,
        @Nullable String role,
        String language,
        ZoneId zone,
        String theme,
        boolean singleKeys,
        String csrf) {

    /** Somebody we do not know, in the nearest language that we have. */
    public static Reader guest(Locale wish, String csrf) {
        return new Reader(null, "", null, languageOf(wish), ZoneOffset.UTC, "system", true, csrf);
    }

    public static String languageOf(Locale wish) {
        return wish.getLanguage().equals("it") ? "it" : "en";
    }

    public boolean signedIn() {
        return id != null;
    }

    /** The theme that was chosen; null follows the system. */
    public @Nullable String forcedTheme() {
        return theme.equals("system") ? null : theme;
    }
}
