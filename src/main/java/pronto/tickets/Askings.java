package pronto.tickets;

import java.util.List;
import java.util.Optional;
import pronto.timeline.Actor;

/** Asking a customer for what we need to see, and taking what they send by the link. */
public interface Askings {

    /** Sends the list with its link, and waits for the customer; an earlier link of this ticket ends. */
    Asking ask(long ticket, List<Diagnostic> items, String text, Actor by);

    /** What was asked for last on this ticket. */
    Optional<Asking> last(long ticket);

    /** Whether the next thing to happen is that we stop waiting, and no reminder any more. */
    boolean endsNext(Ticket ticket, Asking asking);

    /** What this link is for; refused where it ended, or never was. */
    Asking look(String token);

    /** What they tick, write and attach becomes their message. */
    Asking answer(String token, Asking.Answer answer);
}
