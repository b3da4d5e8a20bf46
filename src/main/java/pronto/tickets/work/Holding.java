package pronto.tickets.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.tickets.Ticket;
import pronto.tickets.TicketMerged;
import pronto.tickets.TicketNotOpen;
import pronto.tickets.TicketState;
import pronto.tickets.TicketUnknown;

/** One ticket, held by the transaction that changes it, so that what was read of it stays true until the commit. */
@Component
public class Holding {

    private final JdbcClient db;
    private final InstantSource time;

    Holding(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    public Ticket ticket(long id) {
        var ticket = row(id);
        if (ticket.merged()) {
            throw merged(ticket);
        }
        return ticket;
    }

    TicketMerged merged(Ticket ticket) {
        var into = db.sql("select code from tickets.ticket where id = :id")
                .param("id", leadsTo(ticket.id()))
                .query(String.class)
                .single();
        return new TicketMerged(ticket.code(), into);
    }

    /** As it stands, also where another holds what was said on it. */
    public Ticket row(long id) {
        return db.sql("select * from tickets.ticket where id = :id for update")
                .param("id", id)
                .query(TicketRows::ticket)
                .optional()
                .orElseThrow(() -> new TicketUnknown(Long.toString(id)));
    }

    /** Two at once, always in the same order: those who hold them crosswise would wait for each other for ever. */
    public List<Ticket> both(long one, long other) {
        var held = db.sql("select * from tickets.ticket where id in (:one, :other) order by id for update")
                .param("one", one)
                .param("other", other)
                .query(TicketRows::ticket)
                .list();
        return List.of(of(held, one), of(held, other));
    }

    private static Ticket of(List<Ticket> held, long id) {
        return held.stream()
                .filter(ticket -> ticket.id() == id)
                .findFirst()
                .orElseThrow(() -> new TicketUnknown(Long.toString(id)));
    }

    /** The one on which things go on. Who merged it, or undid that, while we waited for it has changed the answer. */
    Ticket goingOn(long id) {
        while (true) {
            var there = leadsTo(id);
            var ticket = row(there);
            if (!ticket.merged() && leadsTo(id) == there) {
                return ticket;
            }
        }
    }

    long leadsTo(long id) {
        return db.sql("""
                with recursive way as (
                    select id, merged_into_id from tickets.ticket where id = :id
                    union all
                    select t.id, t.merged_into_id from way join tickets.ticket t on t.id = way.merged_into_id)
                select id from way where merged_into_id is null
                """)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new TicketUnknown(Long.toString(id)));
    }

    public Ticket openTicket(long id) {
        var ticket = ticket(id);
        if (!ticket.state().open()) {
            throw new TicketNotOpen(ticket.code());
        }
        return ticket;
    }

    /** Goes on to another state; times and words of an end that is undone go with it. */
    Ticket move(Ticket ticket, TicketState to) {
        return db.sql("""
                update tickets.ticket
                   set state = :state,
                       resolved_at = case when :ended then resolved_at end,
                       resolution_kind = case when :ended then resolution_kind end,
                       resolution_text = case when :ended then resolution_text end,
                       resolution_evidence = case when :ended then resolution_evidence end,
                       closed_at = case when :state = 'closed' then :now end,
                       version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("state", Spelling.of(to))
                .param("ended", !to.open())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("id", ticket.id())
                .query(TicketRows::ticket)
                .single();
    }

    /** Where it goes when the next move is ours again. */
    static TicketState ours(Ticket ticket) {
        return ticket.technician() == null ? TicketState.WAITING : TicketState.IN_WORK;
    }

    /** Something about it changed that is kept elsewhere. */
    public Ticket touch(long id) {
        return db.sql("""
                update tickets.ticket set version = version + 1, updated_at = :now where id = :id returning *
                """)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(TicketRows::ticket)
                .single();
    }

    public Instant now() {
        return time.instant();
    }
}
