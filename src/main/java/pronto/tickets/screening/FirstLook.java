package pronto.tickets.screening;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.sla.Priority;
import pronto.sla.PriorityTables;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketIsSpam;
import pronto.tickets.work.Holding;
import pronto.tickets.work.Trace;
import pronto.timeline.Actor;

/** Keeps what somebody answered, and gives the ticket the priority that follows. Every answer stays in the history. */
@Component
public class FirstLook {

    private final JdbcClient db;
    private final Holding holding;
    private final PriorityTables tables;
    private final Counting counting;
    private final Trace trace;

    FirstLook(JdbcClient db, Holding holding, PriorityTables tables, Counting counting, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.tables = tables;
        this.counting = counting;
        this.trace = trace;
    }

    public Ticket screen(long id, Screening screening, Actor by) {
        var held = holding.openTicket(id);
        if (held.spam()) {
            throw new TicketIsSpam(held.code());
        }
        var counted = counting.of(id).reach();
        var version = tables.current();
        var computed = version.table().priority(screening.impact().reaching(counted));
        var hand = screening.byHand();
        var priority = hand == null ? computed : hand.priority();
        db.sql("""
                update tickets.ticket
                   set screening_id = :screening, reach_counted = :counted, priority = :priority,
                       priority_computed = :computed, priority_version = :table,
                       version = version + 1, updated_at = :now
                 where id = :id
                """)
                .param("screening", kept(id, screening, by))
                .param("counted", Spelling.of(counted))
                .param("priority", priority.name())
                .param("computed", computed.name())
                .param("table", version.number())
                .param("now", holding.now().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        var ticket = holding.ticket(id);
        trace.leave(
                "screened",
                ticket,
                by,
                new TicketEvent.Screened(id, priority),
                told(held, screening, priority, computed));
        return ticket;
    }

    private long kept(long ticket, Screening screening, Actor by) {
        var impact = screening.impact();
        var hand = screening.byHand();
        return db.sql("""
                insert into tickets.screening (ticket_id, severity, core_impact, reach, degradation, workaround,
                                               override_priority, override_reason, by_name, at)
                values (:ticket, :severity, :core, :reach, :degradation, :workaround, :override, :reason, :by, :now)
                returning id
                """)
                .param("ticket", ticket)
                .param("severity", Spelling.of(impact.severity()))
                .param("core", Spelling.of(impact.coreImpact()))
                .param("reach", Spelling.of(impact.reach()))
                .param("degradation", Spelling.of(impact.degradation()))
                .param("workaround", Spelling.of(impact.workaround()))
                .param("override", hand == null ? null : hand.priority().name())
                .param("reason", hand == null ? null : hand.reason())
                .param("by", by.name())
                .param("now", holding.now().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> told(Ticket held, Screening screening, Priority priority, Priority computed) {
        var told = new HashMap<String, Object>();
        var hand = screening.byHand();
        told.put("priority", priority.name());
        told.put("computed", computed.name());
        told.put("byHand", hand == null ? "no" : "yes");
        told.put("reason", hand == null ? "" : hand.reason());
        told.put("was", held.priority() == null ? "" : held.priority().name());
        var impact = screening.impact();
        told.put("severity", Spelling.of(impact.severity()));
        told.put("coreImpact", Spelling.of(impact.coreImpact()));
        told.put("reach", Spelling.of(impact.reach()));
        told.put("degradation", Spelling.of(impact.degradation()));
        told.put("workaround", Spelling.of(impact.workaround()));
        return told;
    }
}
