package pronto.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one message got to one address; {@code answer} is what the other side said last, {@code lateAt} when somebody was
 * told that it takes too long.
 */
public record Delivery(
        long id,
        long outgoing,
        String address,
        State state,
        int attempts,
        @Nullable String answer,
        Instant at,
        @Nullable Instant lateAt) {

    /** Whether it is still on its way, here or from the server that took it, and should have arrived. */
    public boolean late() {
        return lateAt != null
                && switch (state) {
                    case QUEUED, DEFERRED, SENT -> true;
                    case BOUNCED, CANCELLED -> false;
                };
    }

    public enum State {
        QUEUED,
        SENT,
        DEFERRED,
        BOUNCED,
        CANCELLED
    }
}
