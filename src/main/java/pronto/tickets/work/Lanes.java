package pronto.tickets.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Automatic;

/** What waits for a look beside the queue: unknown senders, spam, and mail that belongs to no ticket. */
@Component
public class Lanes {

    /** A mail that is on no ticket, and why. */
    public record Unfiled(
            long incoming,
            String reason,
            @Nullable Automatic automatic,
            @Nullable String fromName,
            @Nullable String fromAddress,
            String subject,
            Instant receivedAt,
            @Nullable Away away) {}

    /** That a mail was put away, by whom, and why. */
    public record Away(Instant at, @Nullable String by, PutAway because) {}

    /** Why nobody need look at a mail any more. */
    public enum PutAway {
        READ,
        NOT_FOR_US,
        DONE_ELSEWHERE,
        OTHER
    }

    /** How many there are of each, counted no further than to {@link #MOST}. */
    public record Counts(int mine, int free, int everybody, int unknown, int spam, int unfiled, int mentions) {}

    /** From here on a count reads "99+". */
    public static final int MOST = 100;

    private final JdbcClient db;

    Lanes(JdbcClient db) {
        this.db = db;
    }

    /** Open tickets of people whom nobody recognised, the oldest first. */
    public List<QueueLine> unknown(@Nullable QueueLine after, int limit) {
        return db.sql(QueueLine.COLUMNS + """
                 where t.customer_id is null and t.state in ('waiting', 'inWork', 'waitingForCustomer')
                   and t.spam_at is null
                """ + (after == null ? "" : " and (t.opened_at, t.id) > (:openedAt, :id)")
                        + " order by t.opened_at, t.id limit :limit")
                .param("openedAt", after == null ? null : after.openedAt().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(QueueLine::of)
                .list();
    }

    /** A customer's tickets, open and closed, the newest first. */
    public List<QueueLine> ofCustomer(long customer, int limit) {
        return db.sql(QueueLine.from("""
                        (select * from tickets.ticket where customer_id = :customer and spam_at is null
                          order by opened_at desc, id desc limit :limit)
                        """) + " order by t.opened_at desc, t.id desc")
                .param("customer", customer)
                .param("limit", limit)
                .query(QueueLine::of)
                .list();
    }

    /** Tickets that somebody took for spam, the newest verdict first. */
    public List<QueueLine> spam(@Nullable QueueLine after, int limit) {
        var at = after == null ? null : after.spamAt();
        return db.sql(QueueLine.COLUMNS + " where t.spam_at is not null"
                        + (at == null ? "" : " and (t.spam_at, t.id) < (:at, :id)")
                        + " order by t.spam_at desc, t.id desc limit :limit")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(QueueLine::of)
                .list();
    }

    /** Automatic mail of no ticket, blocked senders' mail, mail that could not be read; the newest first. */
    public List<Unfiled> unfiled(@Nullable Long before, int limit) {
        return unfiled(" where u.incoming_id < :before order by u.incoming_id desc limit :limit", before, limit);
    }

    /** Those of them that nobody has seen to. */
    public List<Unfiled> waiting(int limit) {
        return unfiled(
                " where u.put_away_at is null and u.incoming_id < :before order by u.incoming_id desc limit :limit",
                null,
                limit);
    }

    /** Those that somebody put away, the last one first. */
    public List<Unfiled> putAway(int limit) {
        return unfiled(
                " where u.put_away_at is not null and u.incoming_id < :before"
                        + " order by u.put_away_at desc, u.incoming_id desc limit :limit",
                null,
                limit);
    }

    public Optional<Unfiled> unfiled(long incoming) {
        return unfiled(" where u.incoming_id = :before limit :limit", incoming, 1).stream()
                .findFirst();
    }

    private List<Unfiled> unfiled(String which, @Nullable Long before, int limit) {
        return db.sql(
                        // Not a join: it would put the list out of the order of its index, and all of it would be
                        // sorted.
                        "select u.*, (select name from staff.technician h where h.id = u.put_away_by) as put_away_name"
                                + " from tickets.unfiled u" + which)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query((row, number) -> new Unfiled(
                        row.getLong("incoming_id"),
                        row.getString("reason"),
                        Columns.choiceOrNull(row, "automatic", Automatic.class),
                        row.getString("from_name"),
                        row.getString("from_address"),
                        row.getString("subject"),
                        Columns.instant(row, "received_at"),
                        away(row)))
                .list();
    }

    private static @Nullable Away away(ResultSet row) throws SQLException {
        var at = Columns.instantOrNull(row, "put_away_at");
        return at == null
                ? null
                : new Away(at, row.getString("put_away_name"), Columns.choice(row, "put_away_because", PutAway.class));
    }

    public boolean isUnfiled(long incoming) {
        return db.sql("select exists (select from tickets.unfiled where incoming_id = :incoming)")
                .param("incoming", incoming)
                .query(Boolean.class)
                .single();
    }

    /** What this technician's navigation shows. */
    public Counts counts(long technician, List<Long> teams) {
        return db.sql("""
                select (select count(*) from (select from tickets.ticket
                          where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null
                            and technician_id = :technician limit :most) n) as mine,
                       (select count(*) from (
                         (select from tickets.ticket where state in ('waiting', 'inWork', 'waitingForCustomer')
                             and spam_at is null and team_id = any(:teams) and technician_id is null limit :most)
                         union all
                         (select from staff.technician h join tickets.ticket t on t.technician_id = h.id
                           where t.state in ('waiting', 'inWork', 'waitingForCustomer') and t.spam_at is null
                             and t.team_id = any(:teams) and (h.away_since is not null or h.left_at is not null)
                           limit :most) limit :most) n) as free,
                       (select count(*) from (select from tickets.ticket
                          where state in ('waiting', 'inWork', 'waitingForCustomer') and spam_at is null
                          limit :most) n) as everybody,
                       (select count(*) from (select from tickets.ticket
                          where customer_id is null and state in ('waiting', 'inWork', 'waitingForCustomer')
                            and spam_at is null limit :most) n) as unknown,
                       (select count(*) from (select from tickets.ticket where spam_at is not null limit :most) n)
                          as spam,
                       (select count(*) from (select from tickets.unfiled
                          where put_away_at is null limit :most) n) as unfiled,
                       (select count(*) from (select from tickets.mention
                          where technician_id = :technician and seen_at is null limit :most) n) as mentions
                """)
                .param("technician", technician)
                .param("teams", teams.toArray(Long[]::new))
                .param("most", MOST)
                .query((row, number) -> new Counts(
                        row.getInt("mine"),
                        row.getInt("free"),
                        row.getInt("everybody"),
                        row.getInt("unknown"),
                        row.getInt("spam"),
                        row.getInt("unfiled"),
                        row.getInt("mentions")))
                .single();
    }
}
