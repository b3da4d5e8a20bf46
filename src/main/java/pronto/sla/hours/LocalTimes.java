package pronto.sla.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a local time happens, in seconds since 1970. One that does not exist is the next that does; of one that exists
 * twice hours begin with the first and end with the second.
 */
final class LocalTimes {

    private static final int DAY = 24 * 60 * 60;

    private final ZoneId zone;

    LocalTimes(ZoneId zone) {
        this.zone = zone;
    }

    long begin(LocalDate date, int second) {
        var local = at(date, second);
        var change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.toEpochSecond(zone.getRules().getOffset(local));
        }
        return change.isGap() ? change.toEpochSecond() : local.toEpochSecond(change.getOffsetBefore());
    }

    /** The end of a day is where the next begins, so that days touch and never overlap. */
    long end(LocalDate date, int second) {
        if (second == DAY) {
            return begin(date.plusDays(1), 0);
        }
        var local = at(date, second);
        var change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.toEpochSecond(zone.getRules().getOffset(local));
        }
        if (change.isGap()) {
            return change.toEpochSecond();
        }
        // Hours until two o'clock hold nothing that comes twice when the clock goes back from three to two.
        var atItsBeginning = local.equals(change.getDateTimeAfter());
        return local.toEpochSecond(atItsBeginning ? change.getOffsetBefore() : change.getOffsetAfter());
    }

    private static LocalDateTime at(LocalDate date, int second) {
        return date.atStartOfDay().plusSeconds(second);
    }
}
