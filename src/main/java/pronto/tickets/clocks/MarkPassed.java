package pronto.tickets.clocks;

import java.time.Instant;

/** Who acts on it hears, in the transaction that tells it, that a running clock of a ticket passed a mark. */
public interface MarkPassed {

    void passed(Passed mark);

    /**
     * The last mark that was passed, at that moment and perhaps long before it is told; the clock runs {@code since}, and
     * is of that kind the {@code round}th.
     */
    record Passed(long ticket, ClockKind kind, int round, Instant since, int percent, Instant at) {}
}
