package pronto.tickets.work;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.customers.Customers;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Arrival;
import pronto.tickets.Channel;
import pronto.tickets.Desk;
import pronto.tickets.EmptyMessage;
import pronto.tickets.NoRecipient;
import pronto.tickets.Participant;
import pronto.tickets.Report;
import pronto.tickets.TechnicianUnknown;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** A conversation that a technician begins: the ticket is theirs from the start. */
@Component
class FirstWord {

    private final Opening opening;
    private final Pickup pickup;
    private final Answering answering;
    private final Participants participants;
    private final Customers customers;
    private final Staff staff;
    private final Holding holding;

    FirstWord(
            Opening opening,
            Pickup pickup,
            Answering answering,
            Participants participants,
            Customers customers,
            Staff staff,
            Holding holding) {
        this.opening = opening;
        this.pickup = pickup;
        this.answering = answering;
        this.participants = participants;
        this.customers = customers;
        this.staff = staff;
        this.holding = holding;
    }

    Ticket write(Desk.Letter letter, Actor by) {
        var subject = Invalid.required(letter.subject(), "subject");
        var words = Wording.of(letter.body(), letter.files());
        if (words.empty() && letter.files().isEmpty()) {
            throw new EmptyMessage("text");
        }
        var to = participants.outside(letter.to(), "to");
        if (to.isEmpty()) {
            throw new NoRecipient();
        }
        var writer = staff.technician(letter.technician()).orElseThrow(() -> new TechnicianUnknown("technician"));
        var ticket = opened(subject, to.getFirst(), writer, by);
        answering.begin(ticket, words, letter, to, by);
        return holding.ticket(ticket.id());
    }

    private Ticket opened(String subject, Mailbox reporter, Technician writer, Actor by) {
        var known = customers.recognise(reporter.address(), Trust.UNVERIFIED);
        var report = new Report(
                "letter:" + UUID.randomUUID(),
                Arrival.typed(Channel.EMAIL, reporter, subject, "", List.of(), Trust.UNVERIFIED, holding.now()),
                new Ticket.Reporter(reporter.name(), reporter.address(), null),
                known,
                Languages.of(known, writer.language()),
                null,
                null,
                null,
                null,
                by);
        var fresh = opening.insert(List.of(report), 0).values();
        var ticket = fresh.iterator().next().ticket();
        participants.put(ticket.id(), reporter.address(), reporter.name(), Participant.Role.REPORTER);
        opening.begun(fresh);
        return pickup.pickUp(ticket.id(), writer.id(), by);
    }
}
