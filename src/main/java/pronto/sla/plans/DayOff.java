package pronto.sla.plans;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of an iCalendar file: a day, or several, once or every year. */
final class DayOff {

    private static final int AHEAD = 10;
    private static final int LONGEST = 366;
    private static final Pattern WHOLE_DAY = Pattern.compile("\\d{8}");
    private static final Pattern LENGTH = Pattern.compile("P(\\d{1,3})([DW])");
    private static final Pattern WEEKDAY = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST");

    private final Map<String, String> said = new HashMap<>();

    /** {@code DTSTART;VALUE=DATE:20261226}: what is said, how, and the thing itself. */
    void take(String line) {
        var colon = colon(line);
        if (colon > 0) {
            var name = line.substring(0, colon).split(";", 2)[0].strip().toUpperCase(Locale.ROOT);
            said.merge(name, line.substring(colon + 1).strip(), (one, other) -> one + "," + other);
        }
    }

    private static int colon(String line) {
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (line.charAt(i) == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    boolean cancelled() {
        return "CANCELLED".equalsIgnoreCase(said.get("STATUS"));
    }

    /** Nothing where it is no whole day, or comes again in a way that is not reckoned here. */
    Set<LocalDate> days(LocalDate today) {
        var days = new TreeSet<LocalDate>();
        try {
            var start = day(said.getOrDefault("DTSTART", ""));
            var length = start == null ? 0 : length(start);
            if (cancelled() || start == null || length < 1 || length > LONGEST) {
                return days;
            }
            var starts = new TreeSet<>(said.containsKey("RRULE") ? again(start, today) : Set.of(start));
            starts.addAll(listed("RDATE"));
            starts.removeAll(listed("EXDATE"));
            starts.forEach(first ->
                    Stream.iterate(first, day -> day.plusDays(1)).limit(length).forEach(days::add));
        } catch (DateTimeException
                | NumberFormatException
                | UnsupportedOperationException
                | IndexOutOfBoundsException notReckoned) {
            days.clear();
        }
        return days;
    }

    private static @Nullable LocalDate day(String written) {
        if (!WHOLE_DAY.matcher(written).matches()) {
            return null;
        }
        var day = LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
        return day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
    }

    private long length(LocalDate start) {
        var end = day(said.getOrDefault("DTEND", ""));
        if (end != null) {
            return Math.max(1, ChronoUnit.DAYS.between(start, end));
        }
        var length = LENGTH.matcher(said.getOrDefault("DURATION", "P1D"));
        return length.matches()
                ? Long.parseLong(length.group(1)) * (length.group(2).equals("W") ? 7 : 1)
                : 0;
    }

    private List<LocalDate> listed(String name) {
        return Stream.of(said.getOrDefault(name, "").split(","))
                .map(DayOff::day)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Set<LocalDate> again(LocalDate start, LocalDate today) {
        var rule = rule();
        var every = Integer.parseInt(rule.getOrDefault("INTERVAL", "1"));
        if (!"YEARLY".equals(rule.get("FREQ")) || every < 1 || !KNOWN.containsAll(rule.keySet())) {
            throw new UnsupportedOperationException();
        }
        var left = Integer.parseInt(rule.getOrDefault("COUNT", "1000"));
        var until =
                rule.containsKey("UNTIL") ? day(rule.getOrDefault("UNTIL", "").substring(0, 8)) : null;
        var days = new TreeSet<LocalDate>();
        for (var year = start.getYear(); year <= today.getYear() + AHEAD && left > 0; year += every) {
            var day = in(year, start, rule);
            if (day == null || day.isBefore(start)) {
                continue;
            }
            left--;
            if ((until == null || !day.isAfter(until)) && year >= today.getYear() - 1) {
                days.add(day);
            }
        }
        return days;
    }

    private Map<String, String> rule() {
        var rule = new HashMap<String, String>();
        for (var part : said.getOrDefault("RRULE", "").toUpperCase(Locale.ROOT).split(";")) {
            var pair = part.split("=", 2);
            rule.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        return rule;
    }

    /** The twenty-ninth of February is not in every year. */
    private static @Nullable LocalDate in(int year, LocalDate start, Map<String, String> rule) {
        var month = YearMonth.of(
                year, Integer.parseInt(rule.getOrDefault("BYMONTH", Integer.toString(start.getMonthValue()))));
        var weekday = rule.get("BYDAY");
        if (weekday != null) {
            var which = WEEKDAY.matcher(weekday);
            if (!which.matches() || rule.containsKey("BYMONTHDAY")) {
                throw new UnsupportedOperationException();
            }
            var found = month.atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(which.group(1)), day(which)));
            return YearMonth.from(found).equals(month) ? found : null;
        }
        var day = Integer.parseInt(rule.getOrDefault("BYMONTHDAY", Integer.toString(start.getDayOfMonth())));
        return day < 1 || day > month.lengthOfMonth() ? null : month.atDay(day);
    }

    private static DayOfWeek day(Matcher which) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(which.group(2)))
                .findFirst()
                .orElseThrow();
    }
}
