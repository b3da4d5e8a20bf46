package pronto.tickets.screening;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Spelling;
import pronto.sla.Impact.Reach;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.tickets.TicketEvent;
import pronto.tickets.work.Holding;
import pronto.tickets.work.Trace;
import pronto.timeline.Actor;

/**
 * Keeps priorities true: when whom a ticket concerns changes, at once and in the same transaction; when the table
 * changes, in portions, until every open ticket was computed by the one that holds. Twice does no harm.
 */
@Component
class Recomputing {

    static final int PORTION = 200;

    private static final String BEHIND = """
             where t.priority_version < :version and t.screening_id is not null
               and t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
            """;

    private final JdbcClient db;
    private final Holding holding;
    private final PriorityTables tables;
    private final Counting counting;
    private final Trace trace;
    private final TransactionTemplate transaction;

    Recomputing(
            JdbcClient db,
            Holding holding,
            PriorityTables tables,
            Counting counting,
            Trace trace,
            TransactionTemplate transaction) {
        this.db = db;
        this.holding = holding;
        this.tables = tables;
        this.counting = counting;
        this.trace = trace;
        this.transaction = transaction;
    }

    /** Whoever is joined, parted or known anew is counted anew. */
    @EventListener
    void counts(TicketEvent event) {
        var concerned = new ArrayList<>(List.of(event.ticket()));
        if (event instanceof TicketEvent.Merged merged) {
            concerned.add(merged.into());
        } else if (event instanceof TicketEvent.Undone undone) {
            concerned.add(undone.into());
        } else if (event instanceof TicketEvent.Related related) {
            concerned.add(related.other());
        } else if (event instanceof TicketEvent.Unrelated unrelated) {
            concerned.add(unrelated.other());
        } else if (!(event instanceof TicketEvent.Tied
                || event instanceof TicketEvent.Untied
                || event instanceof TicketEvent.MarkedAsSpam
                || event instanceof TicketEvent.SpamUndone)) {
            return;
        }
        // What is undone stands as before, and so does what was over then.
        var overToo = event instanceof TicketEvent.Undone;
        concerned.forEach(id -> count(id, overToo));
    }

    private void count(long id, boolean overToo) {
        var found = db.sql(Kept.COLUMNS + """
                 where t.id = :id and t.spam_at is null
                   and (:overToo or t.state in ('waiting', 'inWork', 'waitingForCustomer'))
                 for update of t
                """)
                .param("id", id)
                .param("overToo", overToo)
                .query(Kept::of)
                .optional();
        if (found.isPresent()) {
            var kept = found.get();
            var counted = counting.of(id).reach();
            if (counted != kept.counted()) {
                var version = tables.current();
                write(kept, counted, version.table(), version.number(), "linked");
            }
        }
    }

    /** All that are behind, portion by portion; a node that dies in between leaves the rest to the next. */
    void catchUp() {
        while (Boolean.TRUE.equals(transaction.execute(status -> portion(tables.current())))) {
            // One portion at a time: nobody waits long for a ticket.
        }
    }

    private boolean portion(PriorityTables.Version version) {
        var behind = db.sql(Kept.COLUMNS + BEHIND
                        + " order by t.priority_version, t.id limit :portion for update of t skip locked")
                .param("version", version.number())
                .param("portion", PORTION)
                .query(Kept::of)
                .list();
        var same = new ArrayList<Long>();
        for (var kept : behind) {
            if (version.table().priority(kept.impact()) == kept.computed()) {
                same.add(kept.ticket());
            } else {
                write(kept, kept.counted(), version.table(), version.number(), "table");
            }
        }
        if (!same.isEmpty()) {
            db.sql("update tickets.ticket set priority_version = :version where id = any(:same)")
                    .param("version", version.number())
                    .param("same", same.toArray(Long[]::new))
                    .update();
        }
        return behind.size() == PORTION;
    }

    private void write(Kept kept, Reach counted, PriorityTable table, long version, String because) {
        var computed = table.priority(kept.answered().reaching(counted));
        var priority = kept.after(computed);
        db.sql("""
                update tickets.ticket
                   set reach_counted = :counted, priority = :priority, priority_computed = :computed,
                       priority_version = :table, version = version + 1, updated_at = :now
                 where id = :id
                """)
                .param("counted", Spelling.of(counted))
                .param("priority", priority.name())
                .param("computed", computed.name())
                .param("table", version)
                .param("now", holding.now().atOffset(ZoneOffset.UTC))
                .param("id", kept.ticket())
                .update();
        var ticket = holding.row(kept.ticket());
        if (priority == kept.priority()) {
            trace.news(ticket);
            return;
        }
        trace.leave(
                "priorityMoved",
                ticket,
                Actor.PRONTO,
                new TicketEvent.PriorityMoved(kept.ticket(), kept.priority(), priority),
                Map.of("from", kept.priority().name(), "to", priority.name(), "because", because));
    }

    int waiting() {
        return db.sql("select count(*) from tickets.ticket t" + BEHIND)
                .param("version", tables.current().number())
                .query(Integer.class)
                .single();
    }
}
