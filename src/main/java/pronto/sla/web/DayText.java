package pronto.sla.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.hours.Day;
import pronto.ui.Text;

/** One day of a calendar in words: its hours, or why it has none. */
final class DayText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private DayText() {}

    static List<String> hours(Day day, Calendar calendar) {
        return day.hours().stream()
                .map(stretch -> clock(stretch.begin(), calendar) + "–" + end(stretch.end(), calendar))
                .toList();
    }

    private static String clock(long second, Calendar calendar) {
        return CLOCK.format(Instant.ofEpochSecond(second).atZone(calendar.timeZone()));
    }

    private static String end(long second, Calendar calendar) {
        var clock = clock(second, calendar);
        return clock.equals("00:00") ? "24:00" : clock;
    }

    /** Null on a day like every other of its kind. */
    static @Nullable String why(Day day, Text text) {
        return switch (day.why()) {
            case OPEN -> text.of("sla.day.open");
            case CLOSED -> text.of("sla.day.closed");
            case HOLIDAY -> holiday(String.valueOf(day.holiday()), text);
            case WEEKLY -> day.hours().isEmpty() ? text.of("sla.calendar.closed") : null;
        };
    }

    private static String holiday(String name, Text text) {
        return name.startsWith("sla.holiday.") ? text.of(name) : name;
    }
}
