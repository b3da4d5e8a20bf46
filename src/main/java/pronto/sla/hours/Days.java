package pronto.sla.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pronto.sla.Calendar;
import pronto.sla.TimeOfDay;

/** The hours of each date of a calendar: open wins over closed, closed over holidays, holidays over the week. */
final class Days {

    private record Hours(int from, int to) {

        static Hours of(LocalTime from, LocalTime to) {
            return new Hours(from.toSecondOfDay(), to.equals(TimeOfDay.END_OF_DAY) ? 24 * 60 * 60 : to.toSecondOfDay());
        }
    }

    private final Calendar calendar;
    private final LocalTimes times;
    private final Holidays holidays;
    private final Map<DayOfWeek, List<Hours>> weekly = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, List<Hours>> open = new HashMap<>();

    Days(Calendar calendar) {
        this.calendar = calendar;
        this.times = new LocalTimes(calendar.timeZone());
        this.holidays = Holidays.of(calendar.holidays());
        for (var stretch : calendar.weekly()) {
            for (var day : stretch.days()) {
                weekly.computeIfAbsent(day, _ -> new ArrayList<>()).add(Hours.of(stretch.from(), stretch.to()));
            }
        }
        for (var day : calendar.open()) {
            open.computeIfAbsent(day.date(), _ -> new ArrayList<>()).add(Hours.of(day.from(), day.to()));
        }
        weekly.values().forEach(Days::sort);
        open.values().forEach(Days::sort);
    }

    LocalTimes times() {
        return times;
    }

    Day on(LocalDate date) {
        var exception = open.get(date);
        if (exception != null) {
            return new Day(date, Day.Why.OPEN, null, stretches(date, exception));
        }
        if (calendar.closed().contains(date)) {
            return new Day(date, Day.Why.CLOSED, null, List.of());
        }
        var holiday = holidays.on(date);
        if (holiday != null) {
            return new Day(date, Day.Why.HOLIDAY, holiday, List.of());
        }
        return new Day(
                date, Day.Why.WEEKLY, null, stretches(date, weekly.getOrDefault(date.getDayOfWeek(), List.of())));
    }

    private List<Stretch> stretches(LocalDate date, List<Hours> hours) {
        var stretches = new ArrayList<Stretch>(hours.size());
        for (var each : hours) {
            var begin = times.begin(date, each.from());
            var end = times.end(date, each.to());
            if (begin < end) {
                stretches.add(new Stretch(begin, end));
            }
        }
        return stretches;
    }

    private static void sort(List<Hours> hours) {
        hours.sort(Comparator.comparing(Hours::from));
    }
}
