package pronto.customers.book;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.customers.Unfit;
import pronto.ui.Invalid;

/** One line of text as somebody sent it, made fit to be kept. */
final class Line {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Set<String> LANGUAGES = Set.of("en", "it");

    private Line() {}

    /** The text without blanks around it; null where nothing is left. */
    static @Nullable String of(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var line = Normalizer2.getNFCInstance().normalize(text.strip());
        if (UNPRINTABLE.matcher(line).find()) {
            throw Unfit.unprintable(field);
        }
        if (line.codePointCount(0, line.length()) > longest) {
            throw Unfit.tooLong(field, longest);
        }
        return line;
    }

    static String required(String field, @Nullable String text, int longest) {
        var line = of(field, text, longest);
        if (line == null) {
            throw Invalid.missing(field);
        }
        return line;
    }

    /** {@code it} or {@code en}, of whatever country. */
    static @Nullable String language(String field, @Nullable String typed) {
        var tag = of(field, typed, 35);
        if (tag == null) {
            return null;
        }
        var language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        if (!LANGUAGES.contains(language)) {
            throw Unfit.noLanguage(field, tag);
        }
        return language;
    }
}
