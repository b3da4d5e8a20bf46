package pronto.tickets.clocks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pronto.sla.Cause;

/** How a clock of one kind should stand by the facts: since when, and until when; null where there should be none. */
record Wanted(Instant start, Cause startedBy, @Nullable Instant end, Cause endedBy) {

    static @Nullable Wanted of(ClockKind kind, Facts facts, Instant now) {
        var over = facts.over() ? end(facts, now) : null;
        return switch (kind) {
            case PICKUP -> until(facts.openedAt(), Cause.OPENED, facts.pickedUpAt(), Cause.PICKED_UP, over, facts);
            case ANSWER -> until(facts.openedAt(), Cause.OPENED, facts.answeredAt(), Cause.WRITTEN, over, facts);
            case UPDATE ->
                facts.writtenAt() == null
                        ? null
                        : facts.told(kind)
                                ? new Wanted(second(facts.writtenAt()), Cause.PROMISED, over, facts.end())
                                : new Wanted(facts.writtenAt(), Cause.WRITTEN, over, facts.end());
            case RESOLUTION ->
                facts.pickedUpAt() == null ? null : new Wanted(facts.pickedUpAt(), Cause.PICKED_UP, over, facts.end());
        };
    }

    /** Ledgers count whole seconds: what was told for 10:15 is due at 10:15 sharp. */
    static Instant second(Instant written) {
        return written.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Wanted until(
            Instant start, Cause startedBy, @Nullable Instant done, Cause doneBy, @Nullable Instant over, Facts facts) {
        return done != null
                ? new Wanted(start, startedBy, done, doneBy)
                : new Wanted(start, startedBy, over, facts.end());
    }

    private static Instant end(Facts facts, Instant now) {
        return facts.endedAt() == null || facts.merged() || facts.spam() ? now : facts.endedAt();
    }
}
