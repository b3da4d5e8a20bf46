package pronto.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import pronto.ui.Invalid;

/**
 * When somebody is at work. For each date the first that says something decides: {@code open}, then {@code closed}, then
 * {@code holidays} ({@code IT} for a country, {@code 12-07} for a day of every year), then {@code weekly}.
 */
public record Calendar(
        String name,
        ZoneId timeZone,
        List<Weekly> weekly,
        List<String> holidays,
        Set<LocalDate> closed,
        List<Open> open) {

    /** All day, every day. */
    public static final Calendar ALWAYS = new Calendar(
            "always",
            ZoneOffset.UTC,
            List.of(new Weekly(EnumSet.allOf(DayOfWeek.class), TimeOfDay.from("00:00"), TimeOfDay.END_OF_DAY)),
            List.of(),
            Set.of(),
            List.of());

    public Calendar {
        weekly = List.copyOf(weekly);
        holidays = List.copyOf(holidays);
        closed = Set.copyOf(closed);
        open = List.copyOf(open);
        if (weekly.isEmpty()) {
            throw new Invalid("calendar-without-hours", "weekly");
        }
    }
}
