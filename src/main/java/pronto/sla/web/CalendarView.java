package pronto.sla.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.TimeOfDay;
import pronto.ui.Text;
import pronto.ui.View;

/** One calendar, to read, to change, to try: an empty one for a new calendar. */
public record CalendarView(
        @Nullable Calendar calendar,
        String zone,
        int version,
        List<Written> history,
        List<String> plans,
        List<String> touches,
        @Nullable MonthView month,
        String start,
        boolean mayChange)
        implements View {

    /** Who wrote it, and when. */
    public record Written(String by, Instant at) {}

    public boolean isNew() {
        return calendar == null;
    }

    /** The one that is always there. */
    public boolean builtIn() {
        return Calendar.ALWAYS.equals(calendar);
    }

    public String name() {
        return calendar == null ? "" : calendar.name();
    }

    public String path() {
        return calendar == null ? Where.CALENDARS : Where.calendar(calendar.name());
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public String field(DayOfWeek day) {
        return CalendarForm.field(day);
    }

    public String label(DayOfWeek day, Text text) {
        return WeekText.fully(day, text);
    }

    /** A new calendar begins with the common week. */
    public String hours(DayOfWeek day) {
        if (calendar == null) {
            return day.getValue() <= DayOfWeek.FRIDAY.getValue() ? "09:00–13:00, 14:00–18:00" : "";
        }
        return WeekText.of(calendar, day);
    }

    public String holidays() {
        return calendar == null ? "" : String.join(", ", calendar.holidays());
    }

    public ClosedDaysView closedDays() {
        return new ClosedDaysView(closed(), 0, 0);
    }

    public String closed() {
        return calendar == null
                ? ""
                : calendar.closed().stream().sorted().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }

    public String open() {
        return calendar == null
                ? ""
                : calendar.open().stream()
                        .map(day -> day.date() + " " + day.from() + "–" + TimeOfDay.textOfEnd(day.to()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }
}
