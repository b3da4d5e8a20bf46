package pronto.staff.signin;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pronto.staff.people.Technicians;

/** Where sessions are kept: in the database, so that every node knows them and none outlives a restart unseen. */
@Repository
public class Sessions {

    /** How exactly it is known when somebody was last here; each request writing it would cost more than it tells. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final InstantSource time;

    Sessions(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    @Transactional
    public Secret open(long technician, String address, String browser) {
        var secret = Secret.random();
        var now = time.instant();
        db.sql("""
                insert into staff.session (token_hash, technician_id, csrf, created_at, seen_at, ends_at, address, browser)
                values (:hash, :technician, :csrf, :now, :now, :ends, :address, :browser)
                """)
                .param("hash", secret.hash())
                .param("technician", technician)
                .param("csrf", Secret.random().reveal())
                .param("now", now.atOffset(UTC))
                .param("ends", now.plus(Session.LONGEST).atOffset(UTC))
                .param("address", address)
                .param("browser", browser.substring(0, Math.min(browser.length(), 300)))
                .update();
        return secret;
    }

    /** The session that this opens, while it lasts and while its owner works here. */
    public Optional<Session> find(Secret secret) {
        var now = time.instant();
        var found = alive("and s.token_hash = :hash", now)
                .param("hash", secret.hash())
                .query(Sessions::read)
                .optional();
        found.filter(session -> session.seenAt().plus(NOTED_EVERY).isBefore(now))
                .ifPresent(session -> note(session, now));
        return found;
    }

    public List<Session> of(long technician) {
        return alive("and s.technician_id = :technician order by s.seen_at desc", time.instant())
                .param("technician", technician)
                .query(Sessions::read)
                .list();
    }

    public void end(Secret secret) {
        db.sql("delete from staff.session where token_hash = :hash")
                .param("hash", secret.hash())
                .update();
    }

    public void end(long technician, long session) {
        db.sql("delete from staff.session where id = :id and technician_id = :technician")
                .param("id", session)
                .param("technician", technician)
                .update();
    }

    /** After a new password or role, and when somebody leaves. */
    public void endAll(long technician) {
        db.sql("delete from staff.session where technician_id = :technician")
                .param("technician", technician)
                .update();
    }

    public void forgetOld() {
        var now = time.instant();
        db.sql("delete from staff.session where ends_at <= :now or seen_at <= :idle")
                .param("now", now.atOffset(UTC))
                .param("idle", now.minus(Session.IDLE).atOffset(UTC))
                .update();
    }

    private JdbcClient.StatementSpec alive(String which, Instant now) {
        return db.sql("select s.id, s.csrf, s.created_at, s.seen_at, s.address, s.browser, " + Technicians.COLUMNS + """
                  from staff.session s
                  join staff.technician t on t.id = s.technician_id
                 where s.ends_at > :now and s.seen_at > :idle and t.left_at is null
                """
                        + which)
                .param("now", now.atOffset(UTC))
                .param("idle", now.minus(Session.IDLE).atOffset(UTC));
    }

    private void note(Session session, Instant now) {
        db.sql("update staff.session set seen_at = :now where id = :id and seen_at < :now")
                .param("now", now.atOffset(UTC))
                .param("id", session.id())
                .update();
    }

    private static Session read(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getLong("id"),
                Technicians.read(row, number),
                row.getString("csrf"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("browser"));
    }
}
