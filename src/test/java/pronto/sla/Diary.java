package pronto.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A calendar as tests speak of it: {@code office.due("2026-11-23 16:00", "4h")}, all in its own time zone. */
record Diary(Calendar calendar) {

    static final Diary OFFICE = in("Europe/Rome")
            .on("MON TUE WED THU FRI", "09:00-13:00 14:00-18:00")
            .holidays("IT");

    static Diary in(String zone) {
        return new Diary(
                new Calendar("office", ZoneId.of(zone), Calendar.ALWAYS.weekly(), List.of(), Set.of(), List.of()));
    }

    Diary on(String days, String hours) {
        var of = Arrays.stream(days.split(" "))
                .map(day -> Arrays.stream(DayOfWeek.values())
                        .filter(each -> each.name().startsWith(day))
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        var week = Arrays.stream(hours.split(" "))
                .map(each -> new Weekly(of, from(each), to(each)))
                .toList();
        return with(calendar.weekly().equals(Calendar.ALWAYS.weekly()) ? week : plus(calendar.weekly(), week));
    }

    Diary holidays(String... named) {
        return with(calendar.weekly(), List.of(named), calendar.closed(), calendar.open());
    }

    Diary closed(String... dates) {
        var closed = Arrays.stream(dates).map(LocalDate::parse).collect(Collectors.toSet());
        return with(calendar.weekly(), calendar.holidays(), closed, calendar.open());
    }

    Diary open(String date, String hours) {
        var open = Arrays.stream(hours.split(" "))
                .map(each -> new Open(LocalDate.parse(date), from(each), to(each)))
                .toList();
        return with(calendar.weekly(), calendar.holidays(), calendar.closed(), plus(calendar.open(), open));
    }

    WorkingHours hours() {
        return WorkingHours.of(calendar);
    }

    /** {@code 2026-10-25 02:30}, and with {@code +01:00} where the hour comes twice. */
    Instant at(String local) {
        var text = local.replace(' ', 'T');
        return text.matches(".*[+-]\\d\\d:\\d\\d")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(calendar.timeZone()).toInstant();
    }

    Instant due(String start, String promise) {
        return hours().due(at(start), time(promise));
    }

    /** {@code 1h30m}, {@code 2s}. */
    static Duration time(String text) {
        return Duration.parse("PT" + text);
    }

    Promise promise(String target) {
        return new Promise(time(target), hours());
    }

    private Diary with(List<Weekly> weekly) {
        return with(weekly, calendar.holidays(), calendar.closed(), calendar.open());
    }

    private Diary with(List<Weekly> weekly, List<String> holidays, Set<LocalDate> closed, List<Open> open) {
        return new Diary(new Calendar(calendar.name(), calendar.timeZone(), weekly, holidays, closed, open));
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static java.time.LocalTime from(String hours) {
        return TimeOfDay.from(hours.substring(0, hours.indexOf('-')));
    }

    private static java.time.LocalTime to(String hours) {
        return TimeOfDay.to(hours.substring(hours.indexOf('-') + 1));
    }
}
