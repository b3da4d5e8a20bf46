package pronto.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person as a small round: two letters, and one of twelve colours that stays theirs. */
public record Avatar(String letters, int hue, String name) implements View {

    private static final int HUES = 12;

    /** The round of this person; an empty one where there is nobody. */
    public static Avatar of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return new Avatar("", -1, "");
        }
        var words = name.strip().split("[\\s.@_-]+");
        var letters = words.length == 1 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
        return new Avatar(letters.toUpperCase(Locale.ROOT), hue(name), name);
    }

    /** Spread wide, so that two names of one team seldom meet. */
    private static int hue(String name) {
        var spread = name.hashCode() * 0x9E3779B9;
        return Math.floorMod(spread >>> 16, HUES);
    }

    public boolean nobody() {
        return hue < 0;
    }

    private static String first(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
