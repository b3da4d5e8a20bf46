package pronto.channels.email.trust;

import java.util.Locale;
import java.util.regex.Pattern;

/** The two forms in which DKIM signs a field of the header (RFC 6376, 3.4). */
enum Canonical {
    SIMPLE,
    RELAXED;

    private static final Pattern FOLD = Pattern.compile("\\r\\n");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    String field(String raw) {
        return switch (this) {
            case SIMPLE -> raw;
            case RELAXED -> {
                int colon = raw.indexOf(':');
                var value = BLANKS.matcher(
                                FOLD.matcher(raw.substring(colon + 1)).replaceAll(""))
                        .replaceAll(" ");
                yield lower(trimmed(raw.substring(0, colon))) + ":" + trimmed(value);
            }
        };
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
