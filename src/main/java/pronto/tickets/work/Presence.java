package pronto.tickets.work;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;

/** Who is reading a ticket and who is writing on it, so that two do not answer at once. */
@Component
public class Presence {

    public enum Doing {
        READING,
        WRITING
    }

    public record Here(long technician, String name, Doing doing) {}

    /** A page says every {@link #EVERY} that it is still open; one that was silent for so long is gone. */
    public static final Duration FADES = Duration.ofSeconds(45);

    public static final Duration EVERY = Duration.ofSeconds(15);

    private final JdbcClient db;
    private final Changes changes;
    private final InstantSource time;

    Presence(JdbcClient db, Changes changes, InstantSource time) {
        this.db = db;
        this.changes = changes;
        this.time = time;
    }

    /** Others hear of it only when it is news, not at every sign of life. */
    @Transactional
    public void here(long ticket, long technician, Doing doing) {
        var now = time.instant();
        var known = db.sql("""
                select doing from tickets.presence
                 where ticket_id = :ticket and technician_id = :technician and seen_at > :alive
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("alive", now.minus(FADES).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
        db.sql("""
                insert into tickets.presence (ticket_id, technician_id, doing, seen_at)
                values (:ticket, :technician, :doing, :now)
                on conflict (ticket_id, technician_id) do update set doing = :doing, seen_at = :now
                """)
                .param("ticket", ticket)
                .param("technician", technician)
                .param("doing", Spelling.of(doing))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (!known.equals(Optional.of(Spelling.of(doing)))) {
            changes.record("presence", Long.toString(ticket));
        }
    }

    @Transactional
    public void gone(long ticket, long technician) {
        var left = db.sql("delete from tickets.presence where ticket_id = :ticket and technician_id = :technician")
                .param("ticket", ticket)
                .param("technician", technician)
                .update();
        if (left > 0) {
            changes.record("presence", Long.toString(ticket));
        }
    }

    /** The others on this ticket. */
    public List<Here> on(long ticket, long reader) {
        return db.sql("""
                select p.technician_id, s.name, p.doing
                  from tickets.presence p join staff.technician s on s.id = p.technician_id
                 where p.ticket_id = :ticket and p.technician_id <> :reader and p.seen_at > :alive
                 order by p.doing desc, s.name limit 20
                """)
                .param("ticket", ticket)
                .param("reader", reader)
                .param("alive", time.instant().minus(FADES).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Here(
                        row.getLong("technician_id"), row.getString("name"), Columns.choice(row, "doing", Doing.class)))
                .list();
    }

    /** Forgets the pages that closed without a word. */
    void sweep() {
        db.sql("delete from tickets.presence where seen_at < :dead")
                .param("dead", time.instant().minus(FADES.multipliedBy(4)).atOffset(ZoneOffset.UTC))
                .update();
    }
}
