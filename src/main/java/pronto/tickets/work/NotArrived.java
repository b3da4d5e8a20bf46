package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Delivery;
import pronto.channels.Outbox;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.tickets.Ticket;
import pronto.tickets.Ticket.Undelivered;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;

/**
 * Sees to it that somebody knows when what we wrote does not arrive: on the ticket, in the queue, and for who has it. What
 * nobody got was never said, so a ticket that rests on it is ours again.
 */
@Component
class NotArrived {

    private static final int MESSAGES = 50;

    private final JdbcClient db;
    private final Holding holding;
    private final Outbox outbox;
    private final Staff staff;
    private final Mentions mentions;
    private final Trace trace;

    NotArrived(JdbcClient db, Holding holding, Outbox outbox, Staff staff, Mentions mentions, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.outbox = outbox;
        this.staff = staff;
        this.mentions = mentions;
        this.trace = trace;
    }

    /** What a technician wrote, and whether we have said something since. */
    private record Said(long message, @Nullable Long technician, boolean last) {}

    void lost(long id, long outgoing, String address) {
        var ticket = marked(holding.ticket(id), Undelivered.LOST);
        trace.leave("notDelivered", ticket, Actor.PRONTO, Map.of("address", address));
        said(outgoing).ifPresent(said -> {
            call(ticket, said, Mentions.About.LOST);
            if (said.last() && nobodyGot(outgoing)) {
                comesBack(ticket);
            }
        });
    }

    /** Of what we write by ourselves nobody waits for an hour. */
    void late(long id, long outgoing, String address) {
        var held = holding.ticket(id);
        said(outgoing)
                .ifPresentOrElse(
                        said -> {
                            // What is lost is worse, and told already.
                            var lost = held.undelivered() == Undelivered.LOST;
                            var ticket = lost ? holding.touch(id) : marked(held, Undelivered.LATE);
                            trace.leave("late", ticket, Actor.PRONTO, Map.of("address", address));
                            call(ticket, said, Mentions.About.LATE);
                        },
                        () -> trace.news(holding.touch(id)));
    }

    /** It arrived after all, or goes on its way once more. */
    void better(long id, Delivery.State state) {
        var held = holding.ticket(id);
        var over = held.undelivered() == Undelivered.LATE ? !someAreLate(id) : state == Delivery.State.QUEUED;
        trace.news(held.undelivered() != null && over ? marked(held, null) : holding.touch(id));
    }

    /** Somebody knows, and has seen to it elsewhere. */
    Ticket seen(long id, Actor by) {
        var held = holding.ticket(id);
        if (held.undelivered() == null) {
            return held;
        }
        var ticket = marked(held, null);
        trace.leave("undeliveredSeen", ticket, by, Map.of());
        return ticket;
    }

    /** Only what waits for an answer to it, or ended with it: and once, since each copy is lost but once. */
    private void comesBack(Ticket ticket) {
        switch (ticket.state()) {
            case WAITING, IN_WORK -> {}
            case WAITING_FOR_CUSTOMER -> {
                var ours = holding.move(ticket, Holding.ours(ticket));
                trace.leave("neverArrived", ours, Actor.PRONTO, Map.of());
            }
            case RESOLVED, CLOSED -> {
                if (!ticket.spam() && !ticket.over(holding.now())) {
                    var ours = holding.move(ticket, Holding.ours(ticket));
                    var event = new TicketEvent.Reopened(ticket.id());
                    trace.leave("neverArrived", ours, Actor.PRONTO, event, Map.of());
                }
            }
        }
    }

    private boolean nobodyGot(long outgoing) {
        return outbox.deliveries(List.of(outgoing)).stream().noneMatch(delivery -> switch (delivery.state()) {
            case QUEUED, DEFERRED, SENT -> true;
            case BOUNCED, CANCELLED -> false;
        });
    }

    private boolean someAreLate(long ticket) {
        var sent = db
                .sql("select outgoing_id from tickets.message where ticket_id = :ticket and outgoing_id is not null"
                        + " order by id desc limit :most")
                .param("ticket", ticket)
                .param("most", MESSAGES)
                .query(Long.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
        return outbox.deliveries(sent).stream().anyMatch(Delivery::late);
    }

    /** Who has the ticket, else who wrote it; an acknowledgement is nobody's. */
    private void call(Ticket ticket, Said said, Mentions.About about) {
        Optional.ofNullable(ticket.technician())
                .or(() -> Optional.ofNullable(said.technician()))
                .flatMap(staff::technician)
                .filter(technician -> technician.leftAt() == null)
                .ifPresent(technician -> mentions.tell(said.message(), ticket.id(), technician.id(), about));
    }

    private Optional<Said> said(long outgoing) {
        return db.sql("""
                select m.id, m.technician_id, not exists (
                       select from tickets.message later
                        where later.ticket_id = m.ticket_id and later.id > m.id
                          and later.direction = 'out' and later.kind = 'message') as last
                  from tickets.message m where m.outgoing_id = :outgoing
                """)
                .param("outgoing", outgoing)
                .query((row, number) ->
                        new Said(row.getLong("id"), Columns.longOrNull(row, "technician_id"), row.getBoolean("last")))
                .optional();
    }

    private Ticket marked(Ticket ticket, @Nullable Undelivered as) {
        return db.sql("""
                update tickets.ticket set undelivered = :as, version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("as", as == null ? null : Spelling.of(as))
                .param("now", utc(holding.now()))
                .param("id", ticket.id())
                .query(TicketRows::ticket)
                .single();
    }
}
