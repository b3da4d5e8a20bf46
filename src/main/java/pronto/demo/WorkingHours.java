package pronto.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The example company works from nine to six, Monday to Friday: its story happens then, whenever it is told. */
final class WorkingHours {

    static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private WorkingHours() {}

    /** So much working time before; whole days are working days. */
    static Instant before(Instant moment, Duration time) {
        var at = lastOpen(moment.atZone(ZONE));
        for (var day = 0; day < time.toDays(); day++) {
            at = lastOpen(at.minusDays(1));
        }
        var rest = time.minusDays(time.toDays());
        for (var morning = at.with(OPENS);
                rest.compareTo(Duration.between(morning, at)) > 0;
                morning = at.with(OPENS)) {
            rest = rest.minus(Duration.between(morning, at));
            at = lastOpen(morning.minusNanos(1));
        }
        return at.minus(rest).toInstant();
    }

    /** So much working time after. */
    static Instant after(Instant moment, Duration time) {
        var at = nextOpen(moment.atZone(ZONE));
        for (var day = 0; day < time.toDays(); day++) {
            at = nextOpen(at.plusDays(1));
        }
        var rest = time.minusDays(time.toDays());
        for (var evening = at.with(CLOSES);
                rest.compareTo(Duration.between(at, evening)) > 0;
                evening = at.with(CLOSES)) {
            rest = rest.minus(Duration.between(at, evening));
            at = nextOpen(evening.plusNanos(1));
        }
        return at.plus(rest).toInstant();
    }

    private static ZonedDateTime lastOpen(ZonedDateTime at) {
        if (at.toLocalTime().isBefore(OPENS)) {
            return lastOpen(at.minusDays(1).with(CLOSES));
        }
        if (closed(at.getDayOfWeek())) {
            return lastOpen(at.minusDays(1).with(CLOSES));
        }
        return at.toLocalTime().isAfter(CLOSES) ? at.with(CLOSES) : at;
    }

    private static ZonedDateTime nextOpen(ZonedDateTime at) {
        if (at.toLocalTime().isAfter(CLOSES) || closed(at.getDayOfWeek())) {
            return nextOpen(at.plusDays(1).with(OPENS));
        }
        return at.toLocalTime().isBefore(OPENS) ? at.with(OPENS) : at;
    }

    private static boolean closed(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
