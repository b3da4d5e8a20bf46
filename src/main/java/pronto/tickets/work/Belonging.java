package pronto.tickets.work;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a mail belongs that came to a ticket because of a merge or a move: it answers a message that was placed there,
 * or its reply address names the ticket that leads there. It goes back with what it answers.
 */
@Component
public class Belonging {

    private final JdbcClient db;

    Belonging(JdbcClient db) {
        this.db = db;
    }

    public void of(long incoming, @Nullable Long answered, @Nullable Long addressed) {
        var acts = answered != null ? ofMessage(answered) : addressed != null ? ofTicket(addressed) : List.<Long>of();
        if (!acts.isEmpty()) {
            belongs(incoming, acts);
        }
    }

    /** What was split off is at home where it lies, and so is what answers it. */
    private List<Long> ofMessage(long message) {
        return db.sql("""
                select a.id from tickets.placed p join tickets.act a on a.id = p.act_id
                 where p.message_id = :message and a.undone_at is null
                   and a.id > coalesce((select max(s.act_id) from tickets.placed s join tickets.act b on b.id = s.act_id
                                         where s.message_id = :message and b.kind = 'split' and b.undone_at is null), 0)
                 order by a.id
                """)
                .param("message", message)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private List<Long> ofTicket(long ticket) {
        return db.sql("""
                with recursive way as (
                    select id, into_id from tickets.act
                     where ticket_id = :ticket and kind = 'merge' and undone_at is null
                    union all
                    select a.id, a.into_id from way join tickets.act a on a.ticket_id = way.into_id
                     where a.kind = 'merge' and a.undone_at is null)
                select id from way order by id
                """)
                .param("ticket", ticket)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private void belongs(long incoming, List<Long> acts) {
        var message = db.sql("select id from tickets.message where incoming_id = :incoming")
                .param("incoming", incoming)
                .query(Long.class)
                .single();
        db.sql("""
                insert into tickets.placed (act_id, message_id, came_later)
                select unnest(:acts::bigint[]), :message, true
                """)
                .param("acts", acts.toArray(Long[]::new))
                .param("message", message)
                .update();
        db.sql("""
                update tickets.message
                   set home_ticket_id = nullif((select ticket_id from tickets.act where id = :first), ticket_id)
                 where id = :message
                """).param("first", acts.getFirst()).param("message", message).update();
    }
}
