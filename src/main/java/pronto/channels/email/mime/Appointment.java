package pronto.channels.email.mime;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a calendar part (RFC 5545) says of its first appointment; times as they are written there, with their zone. */
public record Appointment(
        String method, String summary, String start, String end, String zone, String place, String organiser) {

    private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(?:\\d{2})?(Z)?)?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\;,nN])");
    private static final int LINES = 5000;

    /** Somebody tells whether they will come. */
    public boolean isAnswer() {
        return method.equals("reply") || method.equals("counter");
    }

    static @Nullable Appointment parse(String calendar) {
        var fields = new HashMap<String, String>();
        var inside = new ArrayDeque<String>();
        int lines = 0;
        for (String line :
                (Iterable<String>) FOLD.matcher(calendar).replaceAll("").lines()::iterator) {
            int colon = colon(line);
            if (colon < 0 || ++lines > LINES) {
                continue;
            }
            int end = line.indexOf(';') < 0 ? colon : Math.min(colon, line.indexOf(';'));
            var name = line.substring(0, end).toUpperCase(Locale.ROOT) + line.substring(end, colon);
            var value = line.substring(colon + 1).strip();
            if (name.equals("BEGIN")) {
                inside.push(value.toUpperCase(Locale.ROOT));
            } else if (name.equals("END")) {
                inside.poll();
            } else if (inside.size() <= 1 && name.startsWith("METHOD")
                    || inside.contains("VEVENT") && inside.size() == 2) {
                take(fields, name, value);
            }
        }
        return fields.containsKey("METHOD") || fields.containsKey("DTSTART") ? of(fields) : null;
    }

    private static void take(Map<String, String> fields, String name, String value) {
        int semicolon = name.indexOf(';');
        var bare = semicolon < 0 ? name : name.substring(0, semicolon);
        fields.putIfAbsent(bare, value);
        int zone = name.indexOf("TZID=");
        if (bare.equals("DTSTART") && zone > 0) {
            fields.putIfAbsent("TZID", name.substring(zone + 5).replaceAll(";.*|\"", ""));
        }
    }

    private static Appointment of(Map<String, String> fields) {
        var start = time(fields.getOrDefault("DTSTART", ""));
        var end = time(fields.getOrDefault("DTEND", ""));
        boolean utc = fields.getOrDefault("DTSTART", "").endsWith("Z");
        int days = Math.min(start.length(), 10);
        return new Appointment(
                fields.getOrDefault("METHOD", "").toLowerCase(Locale.ROOT),
                text(fields.getOrDefault("SUMMARY", "")),
                start,
                days > 0 && end.startsWith(start.substring(0, days))
                        ? end.substring(days).strip()
                        : end,
                utc ? "UTC" : Clean.line(fields.getOrDefault("TZID", "")),
                text(fields.getOrDefault("LOCATION", "")),
                text(fields.getOrDefault("ORGANIZER", "").replaceFirst("(?i)^mailto:", "")));
    }

    /** The colon that ends the name: one in quotes belongs to a parameter. */
    private static int colon(String line) {
        boolean quotes = false;
        for (int i = 0; i < Math.min(line.length(), 1000); i++) {
            char c = line.charAt(i);
            quotes ^= c == '"';
            if (c == ':' && !quotes) {
                return i;
            }
        }
        return -1;
    }

    private static String time(String written) {
        var time = TIME.matcher(written);
        if (!time.matches()) {
            return "";
        }
        var day = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
        return time.group(4) == null ? day : day + " " + time.group(4) + ":" + time.group(5);
    }

    private static String text(String value) {
        var words = ESCAPED.matcher(value)
                .replaceAll(escaped ->
                        escaped.group(1).equalsIgnoreCase("n") ? " " : Matcher.quoteReplacement(escaped.group(1)));
        var line = Clean.line(words);
        return line.length() <= 500 ? line : line.substring(0, 500);
    }
}
