package pronto.sla.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.ui.Invalid;

/** Reckons in the open time of one calendar. The table behind it grows to the years that are asked for, and is kept. */
public final class Reckoning {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2500;

    private final Calendar calendar;
    private final Days days;
    private volatile @Nullable OpenTime table;

    /** Refuses a calendar that names holidays nobody knows. */
    public Reckoning(Calendar calendar) {
        this.calendar = calendar;
        this.days = new Days(calendar);
    }

    public Instant due(Instant start, Duration promise) {
        if (promise.isZero()) {
            return start;
        }
        var from = micros(start);
        var table = covering(from, from);
        while (true) {
            var due = table.when(table.until(from) + micros(promise));
            if (due != OpenTime.BEYOND) {
                return instant(due);
            }
            table = longer(table);
        }
    }

    public Duration between(Instant from, Instant to) {
        var begin = micros(from);
        var end = micros(to);
        if (end <= begin) {
            return Duration.ZERO;
        }
        var table = covering(begin, end);
        return Duration.of(table.until(end) - table.until(begin), ChronoUnit.MICROS);
    }

    public boolean openAt(Instant moment) {
        return covering(micros(moment), micros(moment)).openAt(micros(moment));
    }

    public Instant opening(Instant moment) {
        var from = micros(moment);
        var table = covering(from, from);
        while (table.opening(from) == OpenTime.BEYOND) {
            table = longer(table);
        }
        return instant(table.opening(from));
    }

    /** The dates of the calendar's zone from one moment to another, each with its hours and what decided them. */
    public List<Day> days(Instant from, Instant to) {
        return dates(from, to).map(days::on).toList();
    }

    private Stream<LocalDate> dates(Instant from, Instant to) {
        var first = from.atZone(calendar.timeZone()).toLocalDate();
        return first.datesUntil(to.atZone(calendar.timeZone()).toLocalDate().plusDays(1));
    }

    private OpenTime covering(long from, long to) {
        var known = table;
        if (known != null && known.covers(from) && known.covers(to)) {
            return known;
        }
        var first = instant(from).atZone(calendar.timeZone()).getYear();
        var last = instant(to).atZone(calendar.timeZone()).getYear();
        if (known != null) {
            first = Math.min(first + 1, known.first().getYear());
            last = Math.max(last, known.beyond().getYear() - 2);
        }
        return build(first - 1, last + 2);
    }

    private OpenTime longer(OpenTime table) {
        var first = table.first().getYear();
        var beyond = table.beyond().getYear();
        return build(first, beyond == LAST_YEAR ? LAST_YEAR + 1 : Math.min(LAST_YEAR, 2 * beyond - first));
    }

    private OpenTime build(int first, int beyond) {
        if (first < FIRST_YEAR || beyond > LAST_YEAR) {
            throw new Invalid("time-out-of-reach", "start", Map.of("first", "1900", "last", "2500"));
        }
        var built = OpenTime.of(days, LocalDate.of(first, 1, 1), LocalDate.of(beyond, 1, 1));
        table = built;
        return built;
    }

    private static long micros(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), OpenTime.SECOND), moment.getNano() / 1000);
    }

    private static long micros(Duration duration) {
        return duration.toSeconds() * OpenTime.SECOND + duration.getNano() / 1000;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
