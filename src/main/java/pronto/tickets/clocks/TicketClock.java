package pronto.tickets.clocks;

import pronto.sla.Clock;

/** One clock of a ticket as it is kept: {@code told} is the last mark that was told, in hundredths of the promise. */
public record TicketClock(long id, long ticket, ClockKind kind, int round, Clock clock, int told) {

    TicketClock with(Clock other) {
        return new TicketClock(id, ticket, kind, round, other, told);
    }

    /** Where nothing is promised there is nothing to see. */
    public boolean promised() {
        return clock.promise().target() != null;
    }
}
