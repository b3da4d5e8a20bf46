package pronto.tickets.clocks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Clock;

/** The moments of a clock that are told: half of the promise, three quarters, nine tenths, and all of it. */
final class Marks {

    static final int BROKEN = 100;
    private static final List<Integer> ALL = List.of(50, 75, 90, BROKEN);

    private Marks() {}

    /** The marks after the last told one that were passed by now; what is done at the due time is kept. */
    static List<Integer> passed(Clock clock, int told, Instant now) {
        return ALL.stream()
                .filter(percent -> percent > told && isPassed(clock, percent, now))
                .toList();
    }

    /** When the next one is passed if nothing happens any more. */
    static @Nullable Instant next(Clock clock, int told) {
        if (!clock.running()) {
            return null;
        }
        return ALL.stream()
                .filter(percent -> percent > told)
                .findFirst()
                .map(percent -> at(clock, percent))
                .orElse(null);
    }

    /** The last told mark that is still true after the promise, or the past, has changed. */
    static int stillTrue(Clock clock, int told, Instant now) {
        return ALL.reversed().stream()
                .filter(percent -> percent <= told && isPassed(clock, percent, now))
                .findFirst()
                .orElse(0);
    }

    static @Nullable Instant at(Clock clock, int percent) {
        return percent == BROKEN ? clock.due() : clock.at(percent);
    }

    private static boolean isPassed(Clock clock, int percent, Instant now) {
        if (percent == BROKEN) {
            return clock.broken(now);
        }
        var at = clock.at(percent);
        return at != null && !at.isAfter(now);
    }
}
