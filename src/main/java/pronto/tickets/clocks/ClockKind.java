package pronto.tickets.clocks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pronto.sla.Targets;

/** What is promised about a ticket. */
public enum ClockKind {
    PICKUP,
    ANSWER,
    UPDATE,
    RESOLUTION;

    @Nullable Duration of(Targets targets) {
        return switch (this) {
            case PICKUP -> targets.pickup();
            case ANSWER -> targets.answer();
            case UPDATE -> targets.update();
            case RESOLUTION -> targets.resolution();
        };
    }
}
