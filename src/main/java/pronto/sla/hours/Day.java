package pronto.sla.hours;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One date of a calendar: its hours, what decided them, and the holiday's name where it was one. */
public record Day(LocalDate date, Why why, @Nullable String holiday, List<Stretch> hours) {

    public enum Why {
        OPEN,
        CLOSED,
        HOLIDAY,
        WEEKLY
    }
}
