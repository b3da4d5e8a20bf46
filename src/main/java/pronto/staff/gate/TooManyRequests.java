package pronto.staff.gate;

import java.time.Duration;
import java.util.Map;
import pronto.ui.Refusal;

/** A program asks faster than we answer; it may go on after a while. */
final class TooManyRequests extends Refusal {

    TooManyRequests(Duration wait) {
        super(
                Kind.TOO_MANY,
                null,
                Map.of("seconds", Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    @Override
    public String name() {
        return "too-many-requests";
    }
}
