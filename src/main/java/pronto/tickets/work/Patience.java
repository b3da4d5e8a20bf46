package pronto.tickets.work;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.Mailbox;
import pronto.channels.Outbox;
import pronto.channels.OutgoingMail;
import pronto.channels.SupportAddresses;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.tickets.Asking;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** Reminds whom we asked as their plan says, and then stops waiting: politely, and so that an answer brings the ticket back. */
@Component
class Patience {

    private static final int AT_ONCE = 50;

    private final AskingRows rows;
    private final StoredAskings askings;
    private final Silences silences;
    private final Holding holding;
    private final Progress progress;
    private final Trace trace;
    private final Outbox outbox;
    private final SupportAddresses addresses;
    private final Staff staff;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final InstantSource time;

    Patience(
            AskingRows rows,
            StoredAskings askings,
            Silences silences,
            Holding holding,
            Progress progress,
            Trace trace,
            Outbox outbox,
            SupportAddresses addresses,
            Staff staff,
            Texts texts,
            TransactionTemplate transaction,
            InstantSource time) {
        this.rows = rows;
        this.askings = askings;
        this.silences = silences;
        this.holding = holding;
        this.progress = progress;
        this.trace = trace;
        this.outbox = outbox;
        this.addresses = addresses;
        this.staff = staff;
        this.texts = texts;
        this.transaction = transaction;
        this.time = time;
    }

    void look() {
        for (var id : rows.due(time.instant(), AT_ONCE)) {
            transaction.executeWithoutResult(
                    status -> rows.due(id, time.instant()).ifPresent(this::goOn));
        }
    }

    private void goOn(Asking asking) {
        var ticket = holding.row(asking.ticket());
        if (ticket.state() != TicketState.WAITING_FOR_CUSTOMER || ticket.merged() || ticket.spam()) {
            rows.next(asking.id(), asking.reminders(), null);
            return;
        }
        var silence = silences.of(ticket);
        var at = silence.next(asking.askedAt(), asking.reminders());
        if (at == null || at.isAfter(time.instant())) {
            // Their plan gives them more time than when it was looked up.
            rows.next(asking.id(), asking.reminders(), at);
        } else if (!silence.ends(asking.reminders())) {
            remind(ticket, asking);
            var reminded = asking.reminders() + 1;
            rows.next(asking.id(), reminded, silence.next(asking.askedAt(), reminded));
        } else if (ticket.priority() == null) {
            // Nothing is resolved that nobody has screened: somebody looks at it first.
            rows.next(asking.id(), asking.reminders(), null);
            progress.waitNoLonger(ticket.id(), Actor.PRONTO);
        } else {
            rows.next(asking.id(), asking.reminders(), null);
            var words = texts.in(asking.language(), ZoneOffset.UTC);
            progress.resolve(ticket.id(), new Resolution.Other(words.of("mail.asked.ended"), null), Actor.PRONTO);
        }
    }

    private void remind(Ticket ticket, Asking asking) {
        var words = texts.in(asking.language(), ZoneOffset.UTC);
        var from = ticket.supportAddress() != null && addresses.find(ticket.supportAddress()) != null
                ? ticket.supportAddress()
                : addresses.main().address();
        outbox.send(new OutgoingMail(
                "asked:" + asking.id() + ":" + asking.reminders(),
                staff.team(ticket.team()).map(Team::name).orElse("Pronto"),
                from,
                List.of(new Mailbox(asking.name(), asking.address())),
                List.of(),
                Subjects.answering(ticket.subject()),
                words.of(
                        "mail.asked.reminder",
                        "list",
                        StoredAskings.listed(asking, words),
                        "link",
                        askings.link(asking),
                        "code",
                        ticket.code()),
                null,
                null,
                List.of(),
                List.of(),
                asking.language(),
                true,
                ticket.id(),
                Trace.KIND,
                ticket.id(),
                holding.now()));
        trace.leave("remindedCustomer", ticket, Actor.PRONTO, Map.of("address", asking.address()));
    }
}
