package pronto.sla;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** The versions of the priority table; the last one holds. None is ever changed: going back makes a new one. */
public interface PriorityTables {

    /** {@code restores} is the earlier version that this one brought back. */
    record Version(
            long number,
            PriorityTable table,
            Instant at,
            String by,
            @Nullable Long restores) {}

    Version current();

    Version version(long number);

    /** The newest first. */
    List<Version> versions(@Nullable Long before, int limit);

    /** {@code seen} is given the version there is, and refuses if it is not the one that was read. */
    Version change(PriorityTable table, LongConsumer seen, Actor by);

    /** An earlier version holds again. */
    Version restore(long number, LongConsumer seen, Actor by);
}
