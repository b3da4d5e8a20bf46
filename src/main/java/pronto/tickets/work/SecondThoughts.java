package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Delivery;
import pronto.channels.Outbox;
import pronto.tickets.AnswerTakenBack;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.MessageGone;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.ui.NotFound;

/** Takes back what has not left, and sends again what did not arrive. */
@Component
class SecondThoughts {

    private final JdbcClient db;
    private final Holding holding;
    private final Conversation conversation;
    private final Outbox outbox;
    private final Drafts drafts;
    private final OpinionRows opinions;
    private final Trace trace;

    SecondThoughts(
            JdbcClient db,
            Holding holding,
            Conversation conversation,
            Outbox outbox,
            Drafts drafts,
            OpinionRows opinions,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.conversation = conversation;
        this.outbox = outbox;
        this.drafts = drafts;
        this.opinions = opinions;
        this.trace = trace;
    }

    Ticket takeBack(long id, long messageId, Actor by) {
        holding.ticket(id);
        var message = conversation.message(id, messageId).orElseThrow(AnswerTakenBack::new);
        if (message.outgoing() == null || !outbox.cancel(message.outgoing())) {
            throw new MessageGone();
        }
        atHomeAsBefore(messageId);
        var ticket = asBefore(id, messageId);
        forget(messageId);
        if (message.technician() != null) {
            drafts.restore(
                    id,
                    message.technician(),
                    Message.Kind.MESSAGE,
                    rich(message),
                    files(message),
                    message.nextUpdate());
        }
        trace.leave("takenBack", ticket, by, Map.of());
        return ticket;
    }

    /** Said on a ticket that was merged since, or moved away from it: that one goes back. */
    private void atHomeAsBefore(long message) {
        db.sql("""
                update tickets.ticket t
                   set state = case when t.merged_into_id is null then m.state_before else t.state end,
                       resolved_at = null, resolution_kind = null, resolution_text = null, resolution_evidence = null
                  from tickets.message m
                 where m.id = :message and t.id = m.home_ticket_id
                   and m.state_after = case when t.merged_into_id is null then t.state
                                            else (select a.ticket_state from tickets.act a
                                                   where a.ticket_id = t.id and a.kind = 'merge'
                                                     and a.undone_at is null) end
                """).param("message", message).update();
        db.sql("""
                update tickets.act a set ticket_state = m.state_before from tickets.message m
                 where m.id = :message and a.ticket_id = m.home_ticket_id and a.kind = 'merge' and a.undone_at is null
                   and a.ticket_state = m.state_after
                """).param("message", message).update();
    }

    /** The state goes back only if nobody has moved the ticket on since. */
    private Ticket asBefore(long ticket, long message) {
        return db.sql("""
                update tickets.ticket t
                   set state = case when m.state_after = t.state and m.home_ticket_id is null then m.state_before else t.state end,
                       resolved_at = case when m.state_after = t.state and m.home_ticket_id is null then null else t.resolved_at end,
                       resolution_kind = case when m.state_after = t.state and m.home_ticket_id is null then null else t.resolution_kind end,
                       resolution_text = case when m.state_after = t.state and m.home_ticket_id is null then null else t.resolution_text end,
                       resolution_evidence = case when m.state_after = t.state and m.home_ticket_id is null then null else t.resolution_evidence end,
                       message_count = t.message_count - 1,
                       last_message_at = coalesce(earlier.at, t.opened_at),
                       last_from_customer = coalesce(earlier.theirs, false),
                       version = t.version + 1, updated_at = :now
                  from tickets.message m
                  left join lateral (
                       select e.received_at as at, e.direction = 'in' as theirs from tickets.message e
                        where e.ticket_id = m.ticket_id and e.id <> m.id and e.kind = 'message'
                          and e.automatic is null
                        order by e.id desc limit 1) earlier on true
                 where t.id = :ticket and m.id = :message
                returning t.*
                """)
                .param("now", utc(holding.now()))
                .param("ticket", ticket)
                .param("message", message)
                .query(TicketRows::ticket)
                .single();
    }

    private void forget(long message) {
        opinions.takeBack(message);
        db.sql("delete from tickets.mention where message_id = :message")
                .param("message", message)
                .update();
        db.sql("delete from tickets.attachment where message_id = :message")
                .param("message", message)
                .update();
        db.sql("delete from tickets.message where id = :message")
                .param("message", message)
                .update();
    }

    private static String rich(Message message) {
        return message.html() != null ? message.html() : PlainText.asHtml(message.text());
    }

    private static List<Message.File> files(Message message) {
        return message.attachments().stream().map(Message.Attachment::again).toList();
    }

    Ticket resend(long id, long delivery, Actor by) {
        var ticket = holding.ticket(id);
        var failed = ofTicket(id, delivery);
        outbox.resend(delivery);
        trace.leave("resent", ticket, by, Map.of("address", failed.address()));
        return ticket;
    }

    private Delivery ofTicket(long ticket, long delivery) {
        var sent = db
                .sql("select outgoing_id from tickets.message where ticket_id = :ticket and outgoing_id is not null")
                .param("ticket", ticket)
                .query(Long.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
        return outbox.deliveries(sent).stream()
                .filter(one -> one.id() == delivery)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
