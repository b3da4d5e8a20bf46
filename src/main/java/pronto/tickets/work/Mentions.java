package pronto.tickets.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;

/** What somebody is called for: notes that name them, and messages of theirs that did not arrive. */
@Component
public class Mentions {

    public enum About {
        NOTE,
        LATE,
        LOST
    }

    public record Mention(
            About about,
            long message,
            long ticket,
            String code,
            String subject,
            @Nullable String writer,
            String text,
            Instant at,
            boolean seen) {}

    private final JdbcClient db;
    private final Changes changes;
    private final InstantSource time;

    Mentions(JdbcClient db, Changes changes, InstantSource time) {
        this.db = db;
        this.changes = changes;
        this.time = time;
    }

    /** The newest first. The number stands in the statement: as a value the database would not know that it is small. */
    public List<Mention> of(long technician, int limit) {
        return db.sql("""
                select m.id, m.ticket_id, t.code, t.subject, w.name as writer, left(m.text, 300) as text,
                       n.about, n.at, n.seen_at is not null as seen
                  from (select * from tickets.mention where technician_id = :technician
                         order by at desc, message_id desc limit %d) n
                  join tickets.message m on m.id = n.message_id
                  join tickets.ticket t on t.id = n.ticket_id
                  left join staff.technician w on w.id = m.technician_id
                 order by n.at desc, n.message_id desc
                """.formatted(limit))
                .param("technician", technician)
                .query((row, number) -> new Mention(
                        Columns.choice(row, "about", About.class),
                        row.getLong("id"),
                        row.getLong("ticket_id"),
                        row.getString("code"),
                        row.getString("subject"),
                        row.getString("writer"),
                        row.getString("text"),
                        Columns.instant(row, "at"),
                        row.getBoolean("seen")))
                .list();
    }

    /** Whoever opens the ticket has seen what was said to them there. */
    @Transactional
    public void seen(long technician, long ticket) {
        var news = db.sql("""
                update tickets.mention set seen_at = :now
                 where technician_id = :technician and ticket_id = :ticket and seen_at is null
                """)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("technician", technician)
                .param("ticket", ticket)
                .update();
        if (news > 0) {
            changes.record("mention", Long.toString(technician));
        }
    }

    /** Once for each message and what became of it; seen is seen until it gets worse. */
    void tell(long message, long ticket, long technician, About about) {
        var told = db.sql("""
                insert into tickets.mention as n (message_id, technician_id, ticket_id, at, about)
                values (:message, :technician, :ticket, :now, :about)
                on conflict (message_id, technician_id) do update
                   set about = excluded.about, at = excluded.at, seen_at = null
                 where n.about <> excluded.about
                """)
                .param("message", message)
                .param("technician", technician)
                .param("ticket", ticket)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("about", Spelling.of(about))
                .update();
        if (told > 0) {
            changes.record("mention", Long.toString(technician));
        }
    }

    void add(long message, long ticket, Collection<Long> technicians) {
        for (var technician : technicians) {
            db.sql("""
                    insert into tickets.mention (message_id, technician_id, ticket_id, at)
                    values (:message, :technician, :ticket, :now)
                    on conflict do nothing
                    """)
                    .param("message", message)
                    .param("technician", technician)
                    .param("ticket", ticket)
                    .param("now", time.instant().atOffset(ZoneOffset.UTC))
                    .update();
            changes.record("mention", Long.toString(technician));
        }
    }
}
