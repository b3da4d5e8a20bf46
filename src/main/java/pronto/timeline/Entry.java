package pronto.timeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened. {@code kind} is the module and the fact, as {@code tickets.pickedUp}; its sentence is the
 * word {@code timeline.tickets.pickedUp}, which may name what is in {@code data}.
 */
public record Entry(
        long id,
        Instant at,
        String kind,
        Actor actor,
        Subject subject,
        @Nullable Long customer,
        Map<String, Object> data) {}
