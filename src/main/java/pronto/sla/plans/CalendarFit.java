package pronto.sla.plans;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.CalendarSaid;
import pronto.sla.Open;
import pronto.sla.TimeOfDay;
import pronto.sla.Weekly;
import pronto.sla.WorkingHours;
import pronto.ui.Invalid;

/** Makes a calendar of what somebody wrote, or says which field cannot be so. */
final class CalendarFit {

    private static final int MOST = 2_000;

    private CalendarFit() {}

    static Calendar of(String name, CalendarSaid said) {
        var weekly = each("weekly", said.weekly(), CalendarFit::weekly);
        var open = each("open", said.open(), CalendarFit::open);
        Overlaps.refuse(weekly, open);
        return new Calendar(
                name,
                zone(said.timeZone()),
                weekly,
                List.copyOf(new TreeSet<>(each("holidays", said.holidays(), (holidays, field) -> holidays.strip()))),
                new TreeSet<>(each("closed", said.closed(), (date, field) -> date(date, field))),
                open);
    }

    private interface Reading<S, T> {
        T of(S said, String field);
    }

    private static <S, T> List<T> each(String field, @Nullable List<S> said, Reading<S, T> reading) {
        var list = Objects.requireNonNullElse(said, List.<S>of());
        if (list.size() > MOST) {
            throw new Invalid("too-many-values", field, Map.of("field", field, "most", MOST));
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> reading.of(list.get(i), field + "[" + i + "]"))
                .toList();
    }

    static ZoneId zone(@Nullable String typed) {
        var zone = Invalid.required(typed, "timeZone").strip();
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException notThere) {
            throw new Invalid("time-zone-unknown", "timeZone", Map.of("zone", zone));
        }
    }

    private static Weekly weekly(CalendarSaid.Hours said, String field) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        each(field + ".days", said.days(), CalendarFit::day).forEach(days::add);
        if (days.isEmpty()) {
            throw Invalid.missing(field + ".days");
        }
        return under(field, () -> new Weekly(days, from(said.from()), to(said.to())));
    }

    private static Open open(CalendarSaid.Day said, String field) {
        var date = date(Invalid.required(said.date(), field + ".date"), field + ".date");
        return under(field, () -> new Open(date, from(said.from()), to(said.to())));
    }

    private static LocalTime from(@Nullable String typed) {
        return TimeOfDay.from(Invalid.required(typed, "from"));
    }

    private static LocalTime to(@Nullable String typed) {
        return TimeOfDay.to(Invalid.required(typed, "to"));
    }

    /** What is refused within names its place as the sender wrote it. */
    private static <T> T under(String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (Invalid e) {
            throw new Invalid(e.name(), field + "." + e.field(), e.arguments());
        }
    }

    private static DayOfWeek day(String said, String field) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> shortly(day).equals(said.strip()))
                .findFirst()
                .orElseThrow(() -> new Invalid("not-a-weekday", field, Map.of("day", said)));
    }

    /** {@code MON}. */
    static String shortly(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static LocalDate date(String said, String field) {
        try {
            var date = LocalDate.parse(said.strip());
            if (date.getYear() >= 1970 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // the same refusal as for a date nobody lives to see
        }
        throw new Invalid("not-a-date", field, Map.of("date", said));
    }

    /** Whether the holidays are known to those who reckon with them. */
    static void knowHolidays(CalendarSaid said) {
        var unused = each("holidays", said.holidays(), (holidays, field) -> {
            try {
                var always = Calendar.ALWAYS;
                return WorkingHours.of(new Calendar(
                        "", always.timeZone(), always.weekly(), List.of(holidays.strip()), Set.of(), List.of()));
            } catch (Invalid e) {
                throw new Invalid(e.name(), field, Map.of("name", holidays));
            }
        });
    }
}
