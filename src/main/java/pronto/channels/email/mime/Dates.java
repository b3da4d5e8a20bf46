package pronto.channels.email.mime;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a mail says it was written: RFC 5322, its obsolete zones, and the dates that old programs write. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            entry("edt", -4),
            entry("est", -5),
            entry("cdt", -5),
            entry("cst", -6),
            entry("mdt", -6),
            entry("mst", -7),
            entry("pdt", -7),
            entry("pst", -8),
            entry("cet", 1),
            entry("cest", 2));
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern WEEKDAY = Pattern.compile("^\\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\\s*");
    private static final Pattern DATE = Pattern.compile("(?<day>\\d{1,2})[\\s-]+(?<month>[a-z]{3})[a-z]*[\\s-]+"
            + "(?<year>\\d{2,4})\\s*,?\\s+(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2}))?"
            + "\\s*(?<zone>[+-]?\\s*[a-z0-9:]+)?.*");
    private static final Pattern ASCTIME = Pattern.compile("(?<month>[a-z]{3})[a-z]*\\s+(?<day>\\d{1,2})\\s+"
            + "(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})\\s+(?:(?<zone>[a-z+-][a-z0-9+-]*)\\s+)?"
            + "(?<year>\\d{4}).*");
    private static final Pattern OFFSET = Pattern.compile("([+-])\\s*(\\d{1,2}):?(\\d{2})");

    private Dates() {}

    static @Nullable Instant parse(@Nullable String field) {
        if (field == null) {
            return null;
        }
        var plain = COMMENT.matcher(field.toLowerCase(Locale.ROOT)).replaceAll(" ");
        var text = WEEKDAY.matcher(plain).replaceFirst("").strip();
        var date = DATE.matcher(text);
        if (date.matches()) {
            return instant(date);
        }
        var asctime = ASCTIME.matcher(text);
        return asctime.matches() ? instant(asctime) : null;
    }

    private static @Nullable Instant instant(Matcher date) {
        try {
            var second = date.group("second");
            return LocalDateTime.of(
                            year(Integer.parseInt(date.group("year"))),
                            MONTHS.indexOf(date.group("month")) + 1,
                            Integer.parseInt(date.group("day")),
                            Integer.parseInt(date.group("hour")),
                            Integer.parseInt(date.group("minute")),
                            // A leap second is the last one of its minute.
                            second == null ? 0 : Math.min(59, Integer.parseInt(second)))
                    .toInstant(offset(date.group("zone")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(int written) {
        return written >= 1000 ? written : written < 50 ? 2000 + written : 1900 + written;
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        var numbers = OFFSET.matcher(zone);
        if (!numbers.matches()) {
            return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
        }
        int minutes = Integer.parseInt(numbers.group(2)) * 60 + Integer.parseInt(numbers.group(3));
        int seconds = 60 * Math.min(minutes, 18 * 60);
        return ZoneOffset.ofTotalSeconds(numbers.group(1).equals("-") ? -seconds : seconds);
    }
}
