package pronto.channels.email.smtp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows {@code MAIL FROM:} and {@code RCPT TO:}: an address, possibly empty, and parameters in capitals. */
record Path(String address, Map<String, String> parameters) {

    /** RFC 5321 knows none longer than 256; a pattern that is given thousands runs out of stack. */
    private static final int LONGEST = 1000;

    private static final Pattern BLANKS = Pattern.compile(" +");
    /** An address, after a source route that nobody uses any more and everybody must ignore. */
    private static final Pattern ANGLES =
            Pattern.compile("<(?:@[^:<>\"]*:)?((?:\"(?:[^\"\\\\]|\\\\.)*\"|[^<>\" ])*)>(?: +(.*))?");

    static @Nullable Path parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var angles = ANGLES.matcher(text.strip());
        if (angles.matches()) {
            return new Path(angles.group(1), parameters(angles.group(2)));
        }
        var words = BLANKS.split(text.strip(), 2);
        return words[0].isEmpty() || words[0].chars().anyMatch(c -> c == '<' || c == '>' || c == '"')
                ? null
                : new Path(words[0], parameters(words.length > 1 ? words[1] : null));
    }

    private static Map<String, String> parameters(@Nullable String text) {
        var parameters = new LinkedHashMap<String, String>();
        if (text != null && !text.isBlank()) {
            for (String word : BLANKS.split(text.strip())) {
                int equals = word.indexOf('=');
                var name = equals < 0 ? word : word.substring(0, equals);
                parameters.put(name.toUpperCase(Locale.ROOT), equals < 0 ? "" : word.substring(equals + 1));
            }
        }
        return parameters;
    }
}
