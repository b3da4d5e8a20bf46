package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often we write by ourselves, to one address, to all of a domain and in all: whoever forges a sender cannot make us
 * flood them, and two programs do not answer each other without end.
 */
@Component
class Courtesy {

    /** What an address gets: a letter, the last one to a program that answers it, or none and why. */
    enum Verdict {
        WRITE,
        WRITE_LAST,
        LOOP,
        ADDRESS,
        DOMAIN,
        EVERYBODY;

        boolean writes() {
            return this == WRITE || this == WRITE_LAST;
        }
    }

    static final Duration SPAN = Duration.ofHours(1);

    /** Who says the same again so soon after a letter of ours has answered that letter. */
    private static final Duration ECHO_WITHIN = Duration.ofMinutes(15);

    private static final int ROUNDS = 2;

    private final JdbcClient db;
    private final CourtesyBudget budget;
    private final InstantSource time;

    Courtesy(JdbcClient db, CourtesyBudget budget, InstantSource time) {
        this.db = db;
        this.budget = budget;
        this.time = time;
    }

    /** {@code said} is what they wrote; what may be written is counted. */
    Verdict ask(String address, String said, int most, boolean proven) {
        var now = time.instant();
        var domain = address.substring(address.lastIndexOf('@') + 1);
        var full = budget.full(domain, proven, now);
        if (full != null) {
            return full;
        }
        var verdict = verdict(withoutSuffix(address), Echo.of(said), most, now);
        if (verdict.writes()) {
            budget.count(domain, proven, now);
        }
        return verdict;
    }

    /** Whatever follows a plus reaches the same person. */
    private static String withoutSuffix(String address) {
        return address.replaceFirst("(?<=[^@])\\+[^@]*@", "@");
    }

    private record Before(
            int sent, @Nullable Instant last, @Nullable String echo) {}

    private Verdict verdict(String address, String echo, int most, Instant now) {
        var before = before(address, now);
        var again = echo.equals(before.echo())
                && before.last() != null
                && before.last().isAfter(now.minus(ECHO_WITHIN));
        var verdict = before.sent() >= (again ? Math.min(ROUNDS, most) : most)
                ? again ? Verdict.LOOP : Verdict.ADDRESS
                : again ? Verdict.WRITE_LAST : Verdict.WRITE;
        keep(address, echo, verdict.writes(), now);
        return verdict;
    }

    /** Held until the commit: of two reports at once the second one counts the first one's letter. */
    private Before before(String address, Instant now) {
        return db.sql("""
                insert into tickets.courtesy as c (address, sent_at) values (:address, '{}')
                on conflict (address) do update
                   set sent_at = array(select at from unnest(c.sent_at) at where at > :since order by at)
                returning cardinality(sent_at) as sent, sent_at[cardinality(sent_at)] as last, echo
                """)
                .param("address", address)
                .param("since", now.minus(SPAN).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Before(row.getInt("sent"), Columns.instantOrNull(row, "last"), row.getString("echo")))
                .single();
    }

    private void keep(String address, String echo, boolean writes, Instant now) {
        db.sql("""
                update tickets.courtesy
                   set echo = :echo, sent_at = case when :writes then array_append(sent_at, :now) else sent_at end
                 where address = :address
                """)
                .param("echo", echo)
                .param("writes", writes)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .update();
    }

    void sweep() {
        var since = time.instant().minus(SPAN).atOffset(ZoneOffset.UTC);
        db.sql("delete from tickets.courtesy_at where at <= :since")
                .param("since", since)
                .update();
        db.sql("delete from tickets.courtesy where not exists (select from unnest(sent_at) at where at > :since)")
                .param("since", since)
                .update();
    }
}
