package pronto.sla.web;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import pronto.sla.CalendarSaid;
import pronto.sla.CalendarSaid.Day;
import pronto.sla.CalendarSaid.Hours;
import pronto.ui.Invalid;

/** What somebody typed of a calendar: a line for each day of the week, and a line for each day that is different. */
record CalendarForm(Map<String, String> typed) {

    private static final Pattern SPAN = Pattern.compile("\\s*(\\S+?)\\s*(?:-|–|—|\\ba\\b|\\bto\\b)\\s*(\\S+)\\s*");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final Pattern FIELD = Pattern.compile("weekly\\[(\\d+)].*");

    private record Span(String from, String to) {}

    String name() {
        return Invalid.required(typed.get("name"), "name").strip();
    }

    /** The version the form was drawn from; 0 is that of a new calendar. */
    int version() {
        var version = typed.getOrDefault("version", "0");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }

    static String field(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** Hands over what was typed; what is refused of the week is refused at the day where it was typed. */
    <T> T read(Function<CalendarSaid, T> use) {
        var days = days();
        var spans = new ArrayList<>(days.keySet());
        try {
            return use.apply(new CalendarSaid(
                    null,
                    typed.get("timeZone"),
                    spans.stream()
                            .map(span -> new Hours(days.getOrDefault(span, List.of()), span.from(), span.to()))
                            .toList(),
                    several("holidays"),
                    lines("closed"),
                    open()));
        } catch (Invalid e) {
            throw new Invalid(e.name(), place(e, spans.stream().map(days::get).toList()), e.arguments());
        }
    }

    private Map<Span, List<String>> days() {
        var days = new LinkedHashMap<Span, List<String>>();
        for (var day : DayOfWeek.values()) {
            for (var span : spans(typed.getOrDefault(field(day), ""), field(day))) {
                days.computeIfAbsent(span, none -> new ArrayList<>())
                        .add(day.name().substring(0, 3));
            }
        }
        return days;
    }

    private static String place(Invalid refused, List<List<String>> days) {
        if (refused.arguments().get("day") instanceof String day
                && refused.name().equals("hours-overlap")) {
            return day.toLowerCase(Locale.ROOT);
        }
        var field = String.valueOf(refused.field());
        var weekly = FIELD.matcher(field);
        if (weekly.matches()) {
            return days.get(Integer.parseInt(weekly.group(1))).getFirst().toLowerCase(Locale.ROOT);
        }
        return field.equals("weekly") ? "mon" : field;
    }

    private List<Day> open() {
        var open = new ArrayList<Day>();
        for (var line : lines("open")) {
            var parts = line.split("\\s+", 2);
            for (var span : spans(parts.length > 1 ? parts[1] : "", "open")) {
                open.add(new Day(parts[0], span.from(), span.to()));
            }
            if (parts.length < 2) {
                throw new Invalid("not-hours", "open", Map.of("hours", line));
            }
        }
        return open;
    }

    private static List<Span> spans(String text, String field) {
        return Arrays.stream(text.split("[,;]"))
                .filter(part -> !part.isBlank())
                .map(part -> {
                    var span = SPAN.matcher(part);
                    if (!span.matches()) {
                        throw new Invalid("not-hours", field, Map.of("hours", part.strip()));
                    }
                    return new Span(time(span.group(1)), time(span.group(2)));
                })
                .toList();
    }

    /** {@code 9}, {@code 9.30} and {@code 09:30} are times to people. */
    private static String time(String typed) {
        var time = TIME.matcher(typed);
        return time.matches()
                ? "%02d:%s".formatted(Integer.parseInt(time.group(1)), time.group(2) == null ? "00" : time.group(2))
                : typed;
    }

    private List<String> several(String field) {
        return Arrays.stream(typed.getOrDefault(field, "").split("[,;\\s]+"))
                .filter(one -> !one.isBlank())
                .toList();
    }

    private List<String> lines(String field) {
        return typed.getOrDefault(field, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
