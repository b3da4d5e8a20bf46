package pronto.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.timeline.Actor;

/**
 * The front door to tickets: everything that can be done with one. Each call is one transaction, with its entry on the
 * timeline and its message in the outbox; what cannot be done is refused by name.
 */
public interface Desk {

    /** Opens the ticket of a report, or finds the one that this report opened before. */
    Ticket open(Report report);

    /** The same for several at once, in their order: all or none. */
    List<Ticket> open(List<Report> reports);

    /** Puts the customer's message on a ticket and gives us the next move; automatic mail changes no state. */
    Ticket append(long ticket, Arrival message, Actor by);

    /** A technician writes first: a ticket that starts with our message, in the hands of who wrote it. */
    Ticket write(Letter letter, Actor by);

    /** What a technician sends somebody who did not write to us. */
    record Letter(
            String subject, Body body, List<Mailbox> to, List<Mailbox> cc, List<Message.File> files, long technician) {}

    /** The first look: how bad it is by the five factors, from which its priority follows. It may be done again. */
    Ticket screen(long ticket, Screening screening, Actor by);

    /** Both are about the same matter: whom they come from is counted together. */
    Ticket relate(long ticket, long other, Actor by);

    Ticket unrelate(long ticket, long other, Actor by);

    /** The technician takes charge. Of several at once one wins; the others get {@link TicketTaken}. */
    Ticket pickUp(long ticket, long technician, Actor by);

    /** The technician takes the first that stands in the queue of these teams; no two get the same. */
    Ticket next(long technician, List<Long> teams, Actor by);

    /** Back into the team's queue. */
    Ticket release(long ticket, Actor by);

    /** To another team, or another technician, or both; without a technician it waits in that team's queue. */
    Ticket reassign(long ticket, @Nullable Long team, @Nullable Long technician, Actor by);

    /** Sends an answer; for five seconds it can be taken back. */
    Message reply(long ticket, Reply reply, Actor by);

    /** Writes a note that no customer ever sees; who is mentioned in it hears of it. */
    Message note(long ticket, Body body, List<Message.File> files, Actor by);

    /** Takes an answer back that has not left yet: it becomes the draft again, and the state is as before. */
    Ticket takeBack(long ticket, long message, Actor by);

    /** Sends a message again to the address where it did not arrive. */
    Ticket resend(long ticket, long delivery, Actor by);

    /** Somebody knows that a message did not arrive: the ticket is marked no longer. */
    Ticket seeUndelivered(long ticket, Actor by);

    /** The next move is the customer's. */
    Ticket waitForCustomer(long ticket, Actor by);

    /** Resolves it; a resolution with a text tells the customer. Nothing is resolved that nobody has screened. */
    Ticket resolve(long ticket, Resolution resolution, Actor by);

    Ticket close(long ticket, Actor by);

    Ticket reopen(long ticket, Actor by);

    Ticket addParticipant(long ticket, Mailbox person, Actor by);

    /** Lets nobody in who waits to be; they are not asked about again. */
    Ticket refuseParticipant(long ticket, String address, Actor by);

    Ticket removeParticipant(long ticket, String address, Actor by);

    /**
     * Ties the reporter to a customer once and for all, here and on their other tickets that nobody recognised, or that
     * were recognised as the same wrong customer's.
     */
    Ticket tie(long ticket, long customer, Actor by);

    /** The same, as this contact of theirs. */
    Ticket tie(long ticket, long customer, @Nullable Long contact, Actor by);

    /** This one ticket is that customer's matter; whose people its reporter is among stays as it is. */
    Ticket tieHere(long ticket, long customer, @Nullable Long contact, Actor by);

    /** Nobody's again, here and on the reporter's other tickets; the address leaves the customer's contacts. */
    Ticket untie(long ticket, Actor by);

    /** This one ticket is nobody's again. */
    Ticket untieHere(long ticket, Actor by);

    Ticket markAsSpam(long ticket, Actor by);

    /** Back into the queue; a block of its sender is lifted. */
    Ticket undoSpam(long ticket, Actor by);

    /**
     * What was said on the first goes on on the other, which its participants take part in from then on; the first is
     * closed and leads there. Never across customers.
     */
    Ticket merge(long ticket, long into, Actor by);

    /** These messages become a ticket of their own, which is answered; without a subject it bears theirs. */
    Ticket split(long ticket, List<Long> messages, @Nullable String subject, Actor by);

    /** One message to another ticket, with those who take part in it. */
    Ticket move(long ticket, long message, long into, Actor by);

    /** Takes back a merge, a split or a move of this ticket, whole, or says why it no longer can. */
    Ticket undo(long ticket, long act, Actor by);

    /** Mail from this address, or from everybody at {@code @domain}, opens no ticket any more. */
    void block(String sender, Actor by);

    void unblock(String sender, Actor by);

    /** Whether this is a support address of ours, which nobody outside writes from. */
    boolean ours(String address);
}
