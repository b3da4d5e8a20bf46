package pronto.tickets;

import java.time.Instant;

/**
 * Something that placed messages elsewhere and can be undone: they lay on {@code ticket} and lie on {@code into} by it.
 */
public record Act(long id, Kind kind, long ticket, long into, String by, Instant at) {

    public enum Kind {
        MERGE,
        SPLIT,
        MOVE
    }

    /** The other one of the two. */
    public long other(long one) {
        return one == ticket ? into : ticket;
    }
}
