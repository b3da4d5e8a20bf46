package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.runtime.Spelling;
import pronto.tickets.Arrival;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;

/** What the customer writes on a ticket that exists. */
@Component
class Receiving {

    private final JdbcClient db;
    private final Holding holding;
    private final Messages messages;
    private final Copied copied;
    private final Trace trace;

    Receiving(JdbcClient db, Holding holding, Messages messages, Copied copied, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.messages = messages;
        this.copied = copied;
        this.trace = trace;
    }

    Ticket append(long id, Arrival arrival, Actor by) {
        var held = holding.goingOn(id);
        var message = messages.arrived(held.id(), arrival);
        return arrival.automatic() == null
                ? theirWord(held, message, arrival, by)
                : automatic(held, message, arrival, by);
    }

    /** A program wrote it, not a person: nobody's move has come. */
    private Ticket automatic(Ticket held, long message, Arrival arrival, Actor by) {
        var ticket = db.sql("""
                update tickets.ticket set message_count = message_count + 1, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("now", utc(holding.now()))
                .param("id", held.id())
                .query(TicketRows::ticket)
                .single();
        var told = told(message, arrival.from());
        told.put("kind", Spelling.of(Objects.requireNonNull(arrival.automatic())));
        trace.leave("automaticReceived", ticket, by, told);
        return ticket;
    }

    private Ticket theirWord(Ticket held, long message, Arrival arrival, Actor by) {
        var state = next(held);
        if (state != held.state()) {
            holding.move(held, state);
        }
        var ticket = db.sql("""
                update tickets.ticket
                   set last_message_at = greatest(last_message_at, :at), last_from_customer = true,
                       message_count = message_count + 1, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("at", utc(arrival.receivedAt()))
                .param("now", utc(holding.now()))
                .param("id", held.id())
                .query(TicketRows::ticket)
                .single();
        trace.leave(
                "messageReceived",
                ticket,
                by,
                new TicketEvent.MessageReceived(held.id(), message),
                told(message, arrival.from()));
        copied.by(ticket, arrival);
        if (!held.state().open()) {
            trace.leave("reopened", ticket, by, new TicketEvent.Reopened(held.id()), Trace.moved(held, ticket));
        }
        return ticket;
    }

    private static TicketState next(Ticket held) {
        return switch (held.state()) {
            case WAITING, IN_WORK -> held.state();
            case WAITING_FOR_CUSTOMER, RESOLVED, CLOSED -> Holding.ours(held);
        };
    }

    private static Map<String, Object> told(long message, @Nullable Mailbox from) {
        var told = new HashMap<String, Object>();
        told.put("message", Long.toString(message));
        told.put("from", from == null ? "" : from.address());
        return told;
    }
}
