package pronto.sla.plans;

import java.time.LocalDate;
import java.util.List;
import pronto.sla.Calendar;
import pronto.sla.TimeOfDay;

/** A calendar as programs see it, and as it is kept. */
public record CalendarBody(
        String name, String timeZone, List<Hours> weekly, List<String> holidays, List<String> closed, List<Day> open) {

    /** Hours of some days of each week. */
    public record Hours(List<String> days, String from, String to) {}

    /** Hours of one day alone. */
    public record Day(String date, String from, String to) {}

    public static CalendarBody of(Calendar calendar) {
        return new CalendarBody(
                calendar.name(),
                calendar.timeZone().getId(),
                calendar.weekly().stream()
                        .map(hours -> new Hours(
                                hours.days().stream()
                                        .sorted()
                                        .map(CalendarFit::shortly)
                                        .toList(),
                                hours.from().toString(),
                                TimeOfDay.textOfEnd(hours.to())))
                        .toList(),
                calendar.holidays(),
                calendar.closed().stream().sorted().map(LocalDate::toString).toList(),
                calendar.open().stream()
                        .map(day ->
                                new Day(day.date().toString(), day.from().toString(), TimeOfDay.textOfEnd(day.to())))
                        .toList());
    }
}
