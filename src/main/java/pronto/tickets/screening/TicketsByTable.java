package pronto.tickets.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.sla.Prioritised;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;

/** What another table would do to the open tickets: one walk over those that were screened. */
@Component
class TicketsByTable implements Prioritised {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient db;
    private final Recomputing recomputing;

    TicketsByTable(JdbcClient db, Recomputing recomputing) {
        this.db = db;
        this.recomputing = recomputing;
    }

    @Override
    @Transactional(readOnly = true)
    public Effect effect(PriorityTable table, int most) {
        var up = 0;
        var down = 0;
        var same = 0;
        Map<Priority, List<Move>> moves = new EnumMap<>(Priority.class);
        for (var page = page(0); !page.isEmpty(); page = page(page.getLast().ticket())) {
            for (var kept : page) {
                var then = kept.after(table.priority(kept.impact()));
                if (then == kept.priority()) {
                    same++;
                    continue;
                }
                if (then.above(kept.priority())) {
                    up++;
                } else {
                    down++;
                }
                var there = moves.computeIfAbsent(then, priority -> new ArrayList<>());
                if (there.size() < most) {
                    there.add(new Move(kept.code(), kept.subject(), "/tickets/" + kept.code(), kept.priority(), then));
                }
            }
        }
        return new Effect(
                up,
                down,
                same,
                moves.values().stream().flatMap(List::stream).limit(most).toList());
    }

    private List<Kept> page(long after) {
        return db.sql(Kept.COLUMNS + """
                 where t.id > :after and t.screening_id is not null
                   and t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
                 order by t.id limit :most
                """)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(Kept::of)
                .list();
    }

    @Override
    public int waiting() {
        return recomputing.waiting();
    }
}
