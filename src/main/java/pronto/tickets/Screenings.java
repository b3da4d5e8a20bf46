package pronto.tickets;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import pronto.sla.Impact;

/** What was found when tickets were looked at first. */
public interface Screenings {

    Optional<Screened> of(long ticket);

    Map<Long, Screened> of(Collection<Long> tickets);

    /** What the table that holds now says of these answers, with the reach that is counted for this ticket. */
    Screened tried(long ticket, Impact answers);

    /** Whom this ticket and those about the same matter come from. */
    Counted counted(long ticket);

    /** How many people and customers, and the reach that makes. */
    record Counted(int people, int customers, Impact.Reach reach) {}
}
