package pronto.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pronto.ui.Refusal;

/** Merges, splits and moves that are not undone. */
public interface Acts {

    /** Those that took messages from this ticket or brought them to it, the newest first. */
    List<Act> of(long ticket, int limit);

    /** Of this ticket into another. */
    Optional<Act> merge(long ticket);

    /** The one by which this ticket came to be, else the last one that took something from it. */
    Optional<Act> split(long ticket);

    /** The one by which this message lies where it lies, if it was moved alone. */
    Optional<Act> move(long message);

    /** What stands in the way of undoing it now. */
    Optional<Refusal> inTheWay(Act act);

    /** What these tickets have to do with others, by ticket. */
    Map<Long, List<Link>> links(Collection<Long> tickets);

    /** The ticket that a merged one leads to in the end; the ticket itself where it is not merged. */
    long leadsTo(long ticket);
}
