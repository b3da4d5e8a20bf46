package pronto.tickets.screening;

import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.tickets.NothingToUndo;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.work.Holding;
import pronto.tickets.work.Trace;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** Says of two tickets that they are about the same matter. No customer sees it: they may be different ones' tickets. */
@Component
public class Relating {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final Holding holding;
    private final Trace trace;

    Relating(JdbcClient db, Holding holding, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.trace = trace;
    }

    public Ticket relate(long id, long otherId, Actor by) {
        if (id == otherId) {
            throw new Invalid("link-to-itself", "code");
        }
        var both = holding.both(id, otherId);
        var ticket = both.getFirst();
        var other = both.getLast();
        var added = db.sql("""
                insert into tickets.related (ticket_id, other_id, by_name, at)
                select :one, :two, :by, :now
                 where (select count(*) from tickets.related where :ticket in (ticket_id, other_id)) < :most
                on conflict do nothing
                """)
                .param("one", Math.min(id, otherId))
                .param("two", Math.max(id, otherId))
                .param("ticket", id)
                .param("by", by.name())
                .param("now", holding.now().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .update();
        if (added > 0) {
            told("related", ticket, other, by, new TicketEvent.Related(id, otherId));
        }
        return holding.row(id);
    }

    public Ticket unrelate(long id, long otherId, Actor by) {
        var both = holding.both(id, otherId);
        var gone = db.sql("delete from tickets.related where ticket_id = :one and other_id = :two")
                .param("one", Math.min(id, otherId))
                .param("two", Math.max(id, otherId))
                .update();
        if (gone == 0) {
            throw new NothingToUndo();
        }
        told("unrelated", both.getFirst(), both.getLast(), by, new TicketEvent.Unrelated(id, otherId));
        return holding.row(id);
    }

    /** On both, and the news once: whom they concern is counted for both of them. */
    private void told(String fact, Ticket ticket, Ticket other, Actor by, TicketEvent news) {
        trace.leaveInside(fact, holding.touch(other.id()), by, Map.of("other", ticket.code()));
        trace.leaveInside(fact, holding.touch(ticket.id()), by, news, Map.of("other", other.code()));
    }
}
