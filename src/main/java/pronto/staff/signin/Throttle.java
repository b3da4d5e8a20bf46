package pronto.staff.signin;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pronto.ui.Refusal;

/**
 * Slows down those who guess. An attempt is counted before it is judged; a good one is forgotten. The count is kept for
 * the account from this address, for the address, and for the account, with more patience from one to the next: nobody
 * can lock a colleague out from elsewhere with a few tries.
 */
@Repository
public class Throttle {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** What is counted, and how many failures are free. */
    record Counted(String key, int free) {}

    private final JdbcClient db;
    private final InstantSource time;

    Throttle(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** Counts an attempt, or refuses it unseen. Commits by itself, so that a failure cannot take its count back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void attempt(String what, String account, String address) {
        for (var counted : counted(what, account, address)) {
            var wait = blockedFor(counted);
            if (!wait.isZero()) {
                throw new TooManyAttempts(wait);
            }
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String what, String account, String address) {
        // The address keeps its count: one own account must not buy tries on those of others.
        db.sql("delete from staff.attempt where key in (:keys)")
                .param("keys", List.of(pair(what, account, address), alone(what, account)))
                .update();
    }

    @Transactional
    public void forgetOld() {
        db.sql("delete from staff.attempt where last_at < :oldest")
                .param("oldest", time.instant().minus(FORGOTTEN_AFTER).atOffset(UTC))
                .update();
    }

    /** After the free ones each failure doubles the wait: 5 s, 10 s, 20 s and so on to a quarter of an hour. */
    static Duration wait(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        var wait = Duration.ofSeconds(5L << Math.min(failures - free, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static List<Counted> counted(String what, String account, String address) {
        return List.of(
                new Counted(pair(what, account, address), 5),
                new Counted("%s address %s".formatted(what, address), 30),
                new Counted(alone(what, account), 50));
    }

    private static String pair(String what, String account, String address) {
        return "%s account %s from %s".formatted(what, account, address);
    }

    private static String alone(String what, String account) {
        return "%s account %s".formatted(what, account);
    }

    /** One statement decides: of many at the same time, each sees the count of those before it. */
    private Duration blockedFor(Counted counted) {
        var now = time.instant();
        var failures = db.sql("""
                insert into staff.attempt as a (key, failures, blocked_until, last_at)
                values (:key, 1, :now, :now)
                on conflict (key) do update
                   set failures = case when a.last_at < :oldest then 1 else a.failures + 1 end, last_at = :now
                 where a.blocked_until <= :now
                returning failures
                """)
                .param("key", counted.key())
                .param("now", now.atOffset(UTC))
                .param("oldest", now.minus(FORGOTTEN_AFTER).atOffset(UTC))
                .query(Integer.class)
                .optional();
        if (failures.isEmpty()) {
            return left(counted, now);
        }
        var wait = wait(failures.get(), counted.free());
        if (!wait.isZero()) {
            db.sql("update staff.attempt set blocked_until = :until where key = :key")
                    .param("key", counted.key())
                    .param("until", now.plus(wait).atOffset(UTC))
                    .update();
        }
        return Duration.ZERO;
    }

    private Duration left(Counted counted, Instant now) {
        return db.sql("select blocked_until from staff.attempt where key = :key")
                .param("key", counted.key())
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(left -> left.isPositive())
                .orElse(Duration.ofSeconds(1));
    }

    /** Come back later. */
    public static final class TooManyAttempts extends Refusal {

        TooManyAttempts(Duration wait) {
            super(
                    Kind.TOO_MANY,
                    null,
                    Map.of("seconds", Math.max(1, wait.plusMillis(999).toSeconds())));
        }

        @Override
        public String name() {
            return "too-many-attempts";
        }
    }
}
