package pronto.tickets.work;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.SupportAddresses;
import pronto.customers.Recognition;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Arrival;
import pronto.tickets.Channel;
import pronto.tickets.SenderRights;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** Tells the reporter that we have it, and its code: in their language, and with no word that a stranger wrote. */
@Component
class Acknowledgement {

    private static final int PER_HOUR = 3;
    private static final int PER_HOUR_TO_CONTACTS = 5;

    private final Outbox outbox;
    private final SupportAddresses addresses;
    private final Staff staff;
    private final Courtesy courtesy;
    private final Withheld withheld;
    private final Participants participants;
    private final CustomersZone zone;
    private final Texts texts;
    private final Trace trace;
    private final Holding holding;

    Acknowledgement(
            Outbox outbox,
            SupportAddresses addresses,
            Staff staff,
            Courtesy courtesy,
            Withheld withheld,
            Participants participants,
            CustomersZone zone,
            Texts texts,
            Trace trace,
            Holding holding) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.staff = staff;
        this.courtesy = courtesy;
        this.withheld = withheld;
        this.participants = participants;
        this.zone = zone;
        this.texts = texts;
        this.trace = trace;
        this.holding = holding;
    }

    void of(Ticket ticket, Arrival report) {
        var address = ticket.reporter().email();
        var expected = ticket.channel() != Channel.PHONE && ticket.channel() != Channel.MONITOR;
        if (address == null || !expected || report.automatic() != null || participants.ours(address)) {
            return;
        }
        var most = ticket.recognised().how() == Recognition.How.ADDRESS ? PER_HOUR_TO_CONTACTS : PER_HOUR;
        var verdict = courtesy.ask(
                address,
                report.subject() + "\n" + report.text(),
                most,
                SenderRights.isQuoted(ticket.recognised().trust()));
        switch (verdict) {
            case WRITE -> send(ticket, report, address);
            case WRITE_LAST -> {
                send(ticket, report, address);
                trace.leave("loop", ticket, Actor.PRONTO, Map.of("address", address));
            }
            case LOOP -> {
                trace.leave("loop", ticket, Actor.PRONTO, Map.of("address", address));
                withheld.keep(ticket.id(), address, Withheld.Reason.LOOP);
            }
            case ADDRESS -> withhold(ticket, address, Withheld.Reason.ADDRESS);
            case DOMAIN -> withhold(ticket, address, Withheld.Reason.DOMAIN);
            case EVERYBODY -> withhold(ticket, address, Withheld.Reason.EVERYBODY);
        }
    }

    private void withhold(Ticket ticket, String address, Withheld.Reason why) {
        trace.leave("notAcknowledged", ticket, Actor.PRONTO, Map.of("address", address, "why", Spelling.of(why)));
        withheld.keep(ticket.id(), address, why);
    }

    private void send(Ticket ticket, Arrival report, String address) {
        var text = texts.in(ticket.language(), zone.of(ticket));
        var at = text.day(report.receivedAt()) + ", " + text.clock(report.receivedAt());
        var quoted = SenderRights.isQuoted(ticket.recognised().trust());
        var answered = MessageIds.read(report.messageId());
        outbox.send(new OutgoingMail(
                "acknowledgement:" + ticket.id(),
                staff.team(ticket.team()).map(Team::name).orElse("Pronto"),
                from(ticket),
                List.of(new Mailbox(null, address)),
                List.of(),
                quoted
                        ? Subjects.answering(ticket.subject())
                        : text.of("mail.acknowledgement.subject", "code", ticket.code()),
                text.of("mail.acknowledgement.text", "code", ticket.code(), "at", at, "address", from(ticket)),
                null,
                answered.orElse(null),
                answered.stream().toList(),
                List.of(),
                ticket.language(),
                true,
                ticket.id(),
                Trace.KIND,
                ticket.id(),
                holding.now()));
        trace.leave("acknowledged", ticket, Actor.PRONTO, Map.of("address", address));
    }

    /** The support address the report was written to, while it is still one. */
    private String from(Ticket ticket) {
        var written = ticket.supportAddress();
        return written != null && addresses.find(written) != null
                ? written
                : addresses.main().address();
    }
}
