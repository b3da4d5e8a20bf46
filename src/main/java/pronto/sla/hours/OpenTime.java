package pronto.sla.hours;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The open time of some years as one sorted table: where each stretch begins and ends, and how much was open before it.
 * Moments are microseconds since 1970, as exact as the database keeps them.
 */
final class OpenTime {

    static final long SECOND = 1_000_000;

    /** The answer lies beyond the years of this table. */
    static final long BEYOND = Long.MIN_VALUE;

    private final LocalDate first;
    private final LocalDate beyond;
    private final long[] begins;
    private final long[] ends;
    private final long[] before;
    private final long from;
    private final long to;

    private OpenTime(LocalDate first, LocalDate beyond, LocalTimes times, long[] begins, long[] ends) {
        this.first = first;
        this.beyond = beyond;
        this.from = times.begin(first, 0) * SECOND;
        this.to = times.begin(beyond, 0) * SECOND;
        this.begins = begins;
        this.ends = ends;
        this.before = new long[begins.length + 1];
        for (int i = 0; i < begins.length; i++) {
            before[i + 1] = before[i] + ends[i] - begins[i];
        }
    }

    static OpenTime of(Days days, LocalDate first, LocalDate beyond) {
        var begins = new long[64];
        var ends = new long[64];
        var count = 0;
        for (var date = first; date.isBefore(beyond); date = date.plusDays(1)) {
            for (var stretch : days.on(date).hours()) {
                var begin = stretch.begin() * SECOND;
                var end = stretch.end() * SECOND;
                if (count > 0 && begin <= ends[count - 1]) {
                    ends[count - 1] = Math.max(end, ends[count - 1]);
                    continue;
                }
                if (count == begins.length) {
                    begins = Arrays.copyOf(begins, count * 2);
                    ends = Arrays.copyOf(ends, count * 2);
                }
                begins[count] = begin;
                ends[count++] = end;
            }
        }
        return new OpenTime(first, beyond, days.times(), Arrays.copyOf(begins, count), Arrays.copyOf(ends, count));
    }

    boolean covers(long moment) {
        return from <= moment && moment < to;
    }

    LocalDate first() {
        return first;
    }

    LocalDate beyond() {
        return beyond;
    }

    /** How much of the time of this table was open until this moment. */
    long until(long moment) {
        var stretch = stretchFrom(moment);
        return stretch < 0 ? 0 : before[stretch] + Math.min(moment, ends[stretch]) - begins[stretch];
    }

    /** The first moment at which so much was open. */
    long when(long open) {
        var found = Arrays.binarySearch(before, open);
        // The stretch that ends with exactly so much: what is used up at closing time is used up then.
        var stretch = (found >= 0 ? found : -found - 1) - 1;
        if (stretch >= begins.length || stretch < 0) {
            return BEYOND;
        }
        return begins[stretch] + open - before[stretch];
    }

    boolean openAt(long moment) {
        var stretch = stretchFrom(moment);
        return stretch >= 0 && moment < ends[stretch];
    }

    /** The next moment that is open, this one included. */
    long opening(long moment) {
        if (openAt(moment)) {
            return moment;
        }
        var next = stretchFrom(moment) + 1;
        return next < begins.length ? begins[next] : BEYOND;
    }

    /** The last stretch that begins at this moment or before it, or -1. */
    private int stretchFrom(long moment) {
        var found = Arrays.binarySearch(begins, moment);
        return found >= 0 ? found : -found - 2;
    }
}
