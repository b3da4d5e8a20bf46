package pronto.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far one message got to one address; {@code answer} is what the other side said last. */
public record Delivery(
        long id,
        long outgoing,
        String address,
        State state,
        int attempts,
        @Nullable String answer,
        Instant at) {

    public enum State {
        QUEUED,
        SENT,
        DEFERRED,
        BOUNCED,
        CANCELLED
    }
}
