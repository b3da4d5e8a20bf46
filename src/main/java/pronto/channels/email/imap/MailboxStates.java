package pronto.channels.email.imap;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.runtime.Settings;

/** How the mailboxes of the settings are doing, and what was left in them. */
@Repository
public class MailboxStates {

    public record State(
            String name,
            @Nullable Long uidValidity,
            @Nullable Instant takenAt,
            @Nullable Instant failingSince,
            @Nullable String failure,
            @Nullable Instant nextTryAt) {}

    public record Left(
            String reason,
            @Nullable Long size,
            @Nullable String sender,
            @Nullable String subject,
            Instant leftAt) {}

    private static final int MOST = 100;

    private final JdbcClient db;
    private final Settings settings;

    MailboxStates(JdbcClient db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    public List<State> all() {
        return db.sql("""
                select n.name, m.uid_validity, m.taken_at, m.failing_since, m.failure, m.next_try_at
                  from unnest(:names::text[]) with ordinality as n(name, place)
                  left join channels.mailbox m on m.name = n.name
                 order by n.place
                """)
                .param("names", names())
                .query(new DataClassRowMapper<>(State.class))
                .list();
    }

    /** The newest first, of mailboxes that are still fetched. */
    public List<Left> left() {
        return db.sql("""
                select reason, size, sender, subject, left_at from channels.mailbox_left
                 where mailbox = any(:names::text[]) order by left_at desc limit :most
                """)
                .param("names", names())
                .param("most", MOST)
                .query(new DataClassRowMapper<>(Left.class))
                .list();
    }

    private String[] names() {
        return settings.mailboxes().stream().map(Mailboxes::name).toArray(String[]::new);
    }
}
