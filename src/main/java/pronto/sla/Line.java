package pronto.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pronto.sla.hours.Day;
import pronto.sla.hours.Stretch;
import pronto.ui.Text;

/** One line of an explanation, not yet in a language: the word, and what it names. */
public record Line(String word, Map<String, Object> named) {

    private static final String HOLIDAY = "sla.holiday.";

    public Line {
        named = Map.copyOf(named);
    }

    /** The line in the language and the time zone of whoever reads it. */
    public String say(Text text) {
        var said = new HashMap<String, Object>();
        named.forEach((name, value) -> said.put(name, said(text, value)));
        return text.of(word, said);
    }

    public static List<String> say(Text text, List<Line> lines) {
        return lines.stream().map(line -> line.say(text)).toList();
    }

    /** Exactly, in hours and what is left: a day of work is not a day. */
    static String exactly(Text text, Duration duration) {
        var parts = new ArrayList<String>();
        if (duration.toHours() > 0) {
            parts.add(text.number(duration.toHours()) + " h");
        }
        if (duration.toMinutesPart() > 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        if (duration.toSecondsPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toSecondsPart() + " s");
        }
        return String.join(" ", parts);
    }

    private static Object said(Text text, Object value) {
        return switch (value) {
            case Instant moment -> text.moment(moment);
            case Duration duration -> exactly(text, duration);
            case Cause cause -> text.of("sla.cause." + cause.name().toLowerCase(Locale.ROOT));
            case Calendar calendar -> calendar.equals(Calendar.ALWAYS) ? text.of("sla.always") : calendar.name();
            case Day day -> text.weekday(day.date());
            case Holiday holiday -> holiday.name().startsWith(HOLIDAY) ? text.of(holiday.name()) : holiday.name();
            case Hours hours ->
                hours.stretches().stream()
                        .map(stretch -> clock(text, stretch.begin()) + "–" + clock(text, stretch.end()))
                        .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    private static String clock(Text text, long second) {
        return text.clock(Instant.ofEpochSecond(second));
    }

    record Holiday(String name) {}

    record Hours(List<Stretch> stretches) {}
}
