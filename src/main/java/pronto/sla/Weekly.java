package pronto.sla;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import pronto.ui.Invalid;

/** Hours that come back every week; {@code to} at midnight is 24:00. A break is the room between two of these. */
public record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public Weekly {
        if (days.isEmpty()) {
            throw Invalid.missing("days");
        }
        days = Set.copyOf(days);
        TimeOfDay.inOrder(from, to);
    }
}
