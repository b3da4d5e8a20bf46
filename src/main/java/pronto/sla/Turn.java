package pronto.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a clock's ledger: from this moment on it runs, waits, is done, or is held to another promise. */
public record Turn(
        Instant at, Kind kind, Cause cause, @Nullable Promise promise) {

    public enum Kind {
        /** Also when what was done has to be done again: what was used stays used. */
        STARTED,
        PROMISED,
        PAUSED,
        RESUMED,
        STOPPED
    }

    public static Turn started(Instant at, Cause cause, Promise promise) {
        return new Turn(at, Kind.STARTED, cause, promise);
    }

    public static Turn promised(Instant at, Cause cause, Promise promise) {
        return new Turn(at, Kind.PROMISED, cause, promise);
    }

    public static Turn paused(Instant at, Cause cause) {
        return new Turn(at, Kind.PAUSED, cause, null);
    }

    public static Turn resumed(Instant at, Cause cause) {
        return new Turn(at, Kind.RESUMED, cause, null);
    }

    public static Turn stopped(Instant at, Cause cause) {
        return new Turn(at, Kind.STOPPED, cause, null);
    }
}
