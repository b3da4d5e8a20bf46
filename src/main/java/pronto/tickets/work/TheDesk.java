package pronto.tickets.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Mailbox;
import pronto.tickets.Arrival;
import pronto.tickets.Body;
import pronto.tickets.Desk;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Report;
import pronto.tickets.Resolution;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.screening.FirstLook;
import pronto.tickets.screening.Relating;
import pronto.timeline.Actor;

/** The desk: behind each of its counters stands the one that knows that work; a call is one transaction. */
@Component
@Transactional
class TheDesk implements Desk {

    private final Opening opening;
    private final FirstWord firstWord;
    private final Receiving receiving;
    private final FirstLook firstLook;
    private final Relating relating;
    private final Pickup pickup;
    private final Answering answering;
    private final Notes notes;
    private final SecondThoughts secondThoughts;
    private final NotArrived notArrived;
    private final Progress progress;
    private final Participants participants;
    private final Tying tying;
    private final Spam spam;
    private final Merging merging;
    private final Splitting splitting;
    private final Moving moving;
    private final Undoing undoing;

    TheDesk(
            Opening opening,
            FirstWord firstWord,
            Receiving receiving,
            FirstLook firstLook,
            Relating relating,
            Pickup pickup,
            Answering answering,
            Notes notes,
            SecondThoughts secondThoughts,
            NotArrived notArrived,
            Progress progress,
            Participants participants,
            Tying tying,
            Spam spam,
            Merging merging,
            Splitting splitting,
            Moving moving,
            Undoing undoing) {
        this.opening = opening;
        this.firstWord = firstWord;
        this.receiving = receiving;
        this.firstLook = firstLook;
        this.relating = relating;
        this.pickup = pickup;
        this.answering = answering;
        this.notes = notes;
        this.secondThoughts = secondThoughts;
        this.notArrived = notArrived;
        this.progress = progress;
        this.participants = participants;
        this.tying = tying;
        this.spam = spam;
        this.merging = merging;
        this.splitting = splitting;
        this.moving = moving;
        this.undoing = undoing;
    }

    @Override
    public Ticket open(Report report) {
        return opening.open(List.of(report)).getFirst();
    }

    @Override
    public List<Ticket> open(List<Report> reports) {
        return opening.open(reports);
    }

    @Override
    public Ticket append(long ticket, Arrival message, Actor by) {
        return receiving.append(ticket, message, by);
    }

    @Override
    public Ticket write(Letter letter, Actor by) {
        return firstWord.write(letter, by);
    }

    @Override
    public Ticket screen(long ticket, Screening screening, Actor by) {
        return firstLook.screen(ticket, screening, by);
    }

    @Override
    public Ticket relate(long ticket, long other, Actor by) {
        return relating.relate(ticket, other, by);
    }

    @Override
    public Ticket unrelate(long ticket, long other, Actor by) {
        return relating.unrelate(ticket, other, by);
    }

    @Override
    public Ticket pickUp(long ticket, long technician, Actor by) {
        return pickup.pickUp(ticket, technician, by);
    }

    @Override
    public Ticket next(long technician, List<Long> teams, Actor by) {
        return pickup.next(technician, teams, by);
    }

    @Override
    public Ticket release(long ticket, Actor by) {
        return pickup.release(ticket, by);
    }

    @Override
    public Ticket reassign(long ticket, @Nullable Long team, @Nullable Long technician, Actor by) {
        return pickup.reassign(ticket, team, technician, by);
    }

    @Override
    public Message reply(long ticket, Reply reply, Actor by) {
        return answering.reply(ticket, reply, by);
    }

    @Override
    public Message note(long ticket, Body body, List<Message.File> files, Actor by) {
        return notes.note(ticket, body, files, by);
    }

    @Override
    public Ticket takeBack(long ticket, long message, Actor by) {
        return secondThoughts.takeBack(ticket, message, by);
    }

    @Override
    public Ticket resend(long ticket, long delivery, Actor by) {
        return secondThoughts.resend(ticket, delivery, by);
    }

    @Override
    public Ticket seeUndelivered(long ticket, Actor by) {
        return notArrived.seen(ticket, by);
    }

    @Override
    public Ticket waitForCustomer(long ticket, Actor by) {
        return progress.waitForCustomer(ticket, by);
    }

    @Override
    public Ticket resolve(long ticket, Resolution resolution, Actor by) {
        return progress.resolve(ticket, resolution, by);
    }

    @Override
    public Ticket close(long ticket, Actor by) {
        return progress.close(ticket, by);
    }

    @Override
    public Ticket reopen(long ticket, Actor by) {
        return progress.reopen(ticket, by);
    }

    @Override
    public Ticket addParticipant(long ticket, Mailbox person, Actor by) {
        return participants.add(ticket, person, by);
    }

    @Override
    public Ticket refuseParticipant(long ticket, String address, Actor by) {
        return participants.refuse(ticket, address, by);
    }

    @Override
    public Ticket removeParticipant(long ticket, String address, Actor by) {
        return participants.remove(ticket, address, by);
    }

    @Override
    public Ticket tie(long ticket, long customer, Actor by) {
        return tying.tie(ticket, customer, null, by);
    }

    @Override
    public Ticket tie(long ticket, long customer, @Nullable Long contact, Actor by) {
        return tying.tie(ticket, customer, contact, by);
    }

    @Override
    public Ticket tieHere(long ticket, long customer, @Nullable Long contact, Actor by) {
        return tying.tieHere(ticket, customer, contact, by);
    }

    @Override
    public Ticket untie(long ticket, Actor by) {
        return tying.untie(ticket, by);
    }

    @Override
    public Ticket untieHere(long ticket, Actor by) {
        return tying.untieHere(ticket, by);
    }

    @Override
    public Ticket markAsSpam(long ticket, Actor by) {
        return spam.mark(ticket, by);
    }

    @Override
    public Ticket undoSpam(long ticket, Actor by) {
        return spam.undo(ticket, by);
    }

    @Override
    public Ticket merge(long ticket, long into, Actor by) {
        return merging.merge(ticket, into, by);
    }

    @Override
    public Ticket split(long ticket, List<Long> messages, @Nullable String subject, Actor by) {
        return splitting.split(ticket, messages, subject, by);
    }

    @Override
    public Ticket move(long ticket, long message, long into, Actor by) {
        return moving.move(ticket, message, into, by);
    }

    @Override
    public Ticket undo(long ticket, long act, Actor by) {
        return undoing.undo(ticket, act, by);
    }

    @Override
    public void block(String sender, Actor by) {
        spam.block(sender, by);
    }

    @Override
    public void unblock(String sender, Actor by) {
        spam.unblock(sender, by);
    }

    @Override
    public boolean ours(String address) {
        return participants.ours(address);
    }
}
