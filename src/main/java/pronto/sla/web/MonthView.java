package pronto.sla.web;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.hours.Day;
import pronto.sla.hours.Reckoning;
import pronto.ui.Text;
import pronto.ui.View;

/** A month of a calendar: the hours of each day, or why it has none. */
public record MonthView(
        String path, String month, String title, String before, String after, List<String> weekdays, List<Cell> cells)
        implements View {

    /** One day; an empty one stands where another month is. */
    public record Cell(
            int number,
            String weekday,
            List<String> hours,
            @Nullable String why,
            boolean special) {}

    static MonthView of(Calendar calendar, YearMonth month, Text text) {
        var zone = calendar.timeZone();
        var days = new Reckoning(calendar)
                .days(
                        month.atDay(1).atStartOfDay(zone).toInstant(),
                        month.atEndOfMonth().atTime(23, 59, 59).atZone(zone).toInstant());
        var cells = new ArrayList<Cell>();
        IntStream.range(1, month.atDay(1).getDayOfWeek().getValue())
                .forEach(blank -> cells.add(new Cell(0, "", List.of(), null, false)));
        days.forEach(day -> cells.add(cell(day, calendar, text)));
        while (cells.size() % DayOfWeek.values().length != 0) {
            cells.add(new Cell(0, "", List.of(), null, false));
        }
        var title = DateTimeFormatter.ofPattern("LLLL yyyy", text.locale()).format(month);
        return new MonthView(
                Where.calendar(calendar.name()) + "/month",
                month.toString(),
                Character.toUpperCase(title.charAt(0)) + title.substring(1),
                month.minusMonths(1).toString(),
                month.plusMonths(1).toString(),
                List.of(DayOfWeek.values()).stream()
                        .map(day -> WeekText.shortly(day, text))
                        .toList(),
                cells);
    }

    private static Cell cell(Day day, Calendar calendar, Text text) {
        return new Cell(
                day.date().getDayOfMonth(),
                WeekText.shortly(day.date().getDayOfWeek(), text),
                DayText.hours(day, calendar),
                DayText.why(day, text),
                day.why() != Day.Why.WEEKLY);
    }
}
