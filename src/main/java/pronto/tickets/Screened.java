package pronto.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.sla.Impact;
import pronto.sla.Priority;
import pronto.sla.Verdict;

/**
 * How a ticket's priority came about: what was answered, the reach counted from what is linked, the verdict of the table
 * over the larger of the two, and what a person set over it.
 */
public record Screened(
        Impact answered,
        Impact.Reach counted,
        Verdict verdict,
        Screening.@Nullable ByHand byHand,
        String by,
        Instant at) {

    public Priority priority() {
        return byHand == null ? verdict.priority() : byHand.priority();
    }

    /** More are concerned than was answered. */
    public boolean countedMore() {
        return counted.compareTo(answered.reach()) > 0;
    }
}
