package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.tickets.Asking;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was asked for, as rows hold it. */
@Component
class AskingRows {

    private static final TypeReference<List<Asking.Item>> ITEMS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    AskingRows(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Asking add(Asking asking) {
        return db.sql("""
                insert into tickets.asking (ticket_id, address, name, language, items, asked_by, asked_at, ends_at, next_at)
                values (:ticket, :address, :name, :language, :items::jsonb, :by, :at, :ends, :next)
                returning *
                """)
                .param("ticket", asking.ticket())
                .param("address", asking.address())
                .param("name", asking.name())
                .param("language", asking.language())
                .param("items", json.writeValueAsString(asking.items()))
                .param("by", asking.askedBy())
                .param("at", utc(asking.askedAt()))
                .param("ends", utc(asking.endsAt()))
                .param("next", asking.nextAt() == null ? null : utc(asking.nextAt()))
                .query(this::asking)
                .single();
    }

    void keepHash(long id, byte @Nullable [] hash) {
        db.sql("update tickets.asking set token_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    void replaceEarlier(long ticket, Instant now) {
        db.sql("""
                update tickets.asking set replaced_at = :now, next_at = null
                 where ticket_id = :ticket and replaced_at is null
                """).param("ticket", ticket).param("now", utc(now)).update();
    }

    Optional<Asking> last(long ticket) {
        return db.sql("select * from tickets.asking where ticket_id = :ticket order by id desc limit 1")
                .param("ticket", ticket)
                .query(this::asking)
                .optional();
    }

    Optional<Asking> open(byte @Nullable [] hash, Instant now) {
        return db.sql("""
                select * from tickets.asking where token_hash = :hash and replaced_at is null and ends_at > :now
                """)
                .param("hash", hash)
                .param("now", utc(now))
                .query(this::asking)
                .optional();
    }

    /** Counts one sending; nothing where there were too many of late. */
    boolean mayStillSend(long id, int most, Instant now, Instant since) {
        return db.sql("""
                update tickets.asking
                   set sent_count = case when sent_since > :since then sent_count + 1 else 1 end,
                       sent_since = case when sent_since > :since then sent_since else :now end
                 where id = :id and (sent_since is null or sent_since <= :since or sent_count < :most)
                """)
                        .param("id", id)
                        .param("most", most)
                        .param("now", utc(now))
                        .param("since", utc(since))
                        .update()
                > 0;
    }

    Asking answered(long id, List<Asking.Item> items, Instant now) {
        return db.sql("""
                update tickets.asking set items = :items::jsonb, answered_at = :now, next_at = null
                 where id = :id
                returning *
                """)
                .param("id", id)
                .param("items", json.writeValueAsString(items))
                .param("now", utc(now))
                .query(this::asking)
                .single();
    }

    List<Long> due(Instant now, int limit) {
        return db.sql("select id from tickets.asking where next_at <= :now order by next_at limit :limit")
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Held, if it is still due: two nodes remind nobody twice. */
    Optional<Asking> due(long id, Instant now) {
        return db.sql("select * from tickets.asking where id = :id and next_at <= :now for update skip locked")
                .param("id", id)
                .param("now", utc(now))
                .query(this::asking)
                .optional();
    }

    void next(long id, int reminders, @Nullable Instant at) {
        db.sql("update tickets.asking set reminders = :reminders, next_at = :at where id = :id")
                .param("id", id)
                .param("reminders", reminders)
                .param("at", at == null ? null : utc(at))
                .update();
    }

    private Asking asking(ResultSet row, int number) throws SQLException {
        return new Asking(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getString("address"),
                row.getString("name"),
                row.getString("language"),
                json.readValue(row.getString("items"), ITEMS),
                row.getString("asked_by"),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "ends_at"),
                Columns.instantOrNull(row, "next_at"),
                row.getInt("reminders"),
                Columns.instantOrNull(row, "answered_at"));
    }
}
