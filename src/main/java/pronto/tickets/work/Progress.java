package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Body;
import pronto.tickets.NotScreened;
import pronto.tickets.Opinion;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketClosed;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketState;
import pronto.tickets.TicketStillOpen;
import pronto.timeline.Actor;
import pronto.ui.Texts;

/** The way of a ticket to its end, and back from there. */
@Component
class Progress {

    private final JdbcClient db;
    private final Holding holding;
    private final Answering answering;
    private final Texts texts;
    private final Trace trace;
    private final Shown shown;
    private final StoredOpinions opinions;

    Progress(
            JdbcClient db,
            Holding holding,
            Answering answering,
            Texts texts,
            Trace trace,
            Shown shown,
            StoredOpinions opinions) {
        this.db = db;
        this.holding = holding;
        this.answering = answering;
        this.texts = texts;
        this.trace = trace;
        this.shown = shown;
        this.opinions = opinions;
    }

    Ticket waitForCustomer(long id, Actor by) {
        var held = holding.openTicket(id);
        if (held.state() == TicketState.WAITING_FOR_CUSTOMER) {
            return held;
        }
        var ticket = holding.move(held, TicketState.WAITING_FOR_CUSTOMER);
        trace.leave("waitsForCustomer", ticket, by, new TicketEvent.WaitsForCustomer(id), Trace.moved(held, ticket));
        return ticket;
    }

    /** It is ours again, though nobody answered. */
    void waitNoLonger(long id, Actor by) {
        var held = holding.openTicket(id);
        var ticket = holding.move(held, Holding.ours(held));
        trace.leave("waitedInVain", ticket, by, Trace.moved(held, ticket));
    }

    Ticket resolve(long id, Resolution said, Actor by) {
        var held = holding.openTicket(id);
        if (held.priority() == null) {
            throw new NotScreened(held.code());
        }
        var resolution = shown.of(said);
        var ticket = resolved(held, resolution);
        trace.leave(
                "resolved",
                ticket,
                by,
                new TicketEvent.Resolved(id, resolution.kind()),
                Trace.moved(held, ticket, Map.of("kind", Spelling.of(resolution.kind()))));
        return resolution.text().isBlank() || answering.reporter(ticket).isEmpty()
                ? ticket
                : tell(held, resolution, by);
    }

    private Ticket resolved(Ticket ticket, Resolution resolution) {
        return db.sql("""
                update tickets.ticket
                   set state = 'resolved', resolved_at = :now, resolution_kind = :kind, resolution_text = :text,
                       resolution_evidence = :evidence, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("now", utc(holding.now()))
                .param("kind", Spelling.of(resolution.kind()))
                .param("text", resolution.text())
                .param("evidence", resolution.evidence())
                .param("id", ticket.id())
                .query(TicketRows::ticket)
                .single();
    }

    private Ticket tell(Ticket held, Resolution resolution, Actor by) {
        var words = Wording.of(new Body.Plain(resolution.text()), List.of());
        var reopens = texts.in(held.language(), ZoneOffset.UTC).of("mail.resolved.reopens", "code", held.code());
        // Whom we stopped waiting for has not seen anything to be content with.
        var asked = by.kind() == Actor.Kind.PRONTO
                ? Optional.<Opinion>empty()
                : answering.reporter(held).stream().findFirst().flatMap(person -> opinions.ask(held, person));
        var question = asked.map(one -> "\n\n" + opinions.question(one)).orElse("");
        var message = answering.resolved(held, words, words.text() + "\n\n" + reopens + question, by);
        asked.ifPresent(one -> opinions.askedBy(one, message));
        return holding.ticket(held.id());
    }

    Ticket close(long id, Actor by) {
        var held = holding.ticket(id);
        if (held.state().open()) {
            throw new TicketStillOpen(held.code());
        }
        if (held.state() == TicketState.CLOSED) {
            throw new TicketClosed(held.code());
        }
        var ticket = holding.move(held, TicketState.CLOSED);
        trace.leave("closed", ticket, by, new TicketEvent.Closed(id), Trace.moved(held, ticket));
        return ticket;
    }

    Ticket reopen(long id, Actor by) {
        var held = holding.ticket(id);
        if (held.state().open()) {
            throw new TicketStillOpen(held.code());
        }
        var ticket = holding.move(held, Holding.ours(held));
        trace.leave("reopened", ticket, by, new TicketEvent.Reopened(id), Trace.moved(held, ticket));
        return ticket;
    }
}
