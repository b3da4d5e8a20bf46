package pronto.channels.email;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What words of a language look like: how they end, what stands within them, or how they are made as a whole. */
record Endings(
        List<String> last, List<String> within, @Nullable Pattern whole) {

    static Endings of(String last, String within, @Nullable String whole) {
        return new Endings(words(last), words(within), whole == null ? null : Pattern.compile(whole));
    }

    private static List<String> words(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(" "));
    }

    /** By hand: it is asked of each word of each mail. */
    boolean fit(String word) {
        for (var end : last) {
            if (word.endsWith(end)) {
                return true;
            }
        }
        for (var part : within) {
            if (word.contains(part)) {
                return true;
            }
        }
        return whole != null && whole.matcher(word).matches();
    }
}
