package pronto.sla;

import java.time.LocalDate;
import java.time.LocalTime;

/** Hours of one date, which are then all its hours: they win over closed days, holidays and the week. */
public record Open(LocalDate date, LocalTime from, LocalTime to) {

    public Open {
        TimeOfDay.inOrder(from, to);
    }
}
