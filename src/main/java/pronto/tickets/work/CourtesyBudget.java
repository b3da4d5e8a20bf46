package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Gathered;

/**
 * What all of a domain and everybody together get by themselves within an hour. Looked at without a lock: a few more do no
 * harm, and nobody waits for anybody.
 */
@Component
public class CourtesyBudget {

    public static final int TO_A_DOMAIN = 1_000;
    public static final int TO_EVERYBODY = 50_000;

    /** Of these for those whom nobody proved, and whose name anybody may have taken. */
    public static final int TO_A_DOMAIN_UNPROVEN = 100;

    public static final int TO_EVERYBODY_UNPROVEN = 10_000;

    /** So many are not counted for each one. */
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(5);

    /** What one domain got within the last hour. */
    public record Spent(String domain, int sent, int unproven) {}

    /** What all got, and of these the ones nobody proved. */
    public record Total(int sent, int unproven) {}

    private record Known(Total total, Instant at) {}

    private record Counted(String domain, boolean proven, Instant at) {}

    private final JdbcClient db;
    private final InstantSource time;
    private final Gathered<Counted> counts = new Gathered<>(this::write);
    private volatile Known lately = new Known(new Total(0, 0), Instant.EPOCH);

    CourtesyBudget(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    Courtesy.@Nullable Verdict full(String domain, boolean proven, Instant now) {
        var spent = spent(domain, now);
        if (spent.sent() >= TO_A_DOMAIN || !proven && spent.unproven() >= TO_A_DOMAIN_UNPROVEN) {
            return Courtesy.Verdict.DOMAIN;
        }
        var all = lately(now);
        return all.sent() >= TO_EVERYBODY || !proven && all.unproven() >= TO_EVERYBODY_UNPROVEN
                ? Courtesy.Verdict.EVERYBODY
                : null;
    }

    void count(String domain, boolean proven, Instant now) {
        counts.add(new Counted(domain, proven, now));
    }

    /** All of one transaction with one statement. */
    private void write(List<Counted> counted) {
        db.sql("""
                insert into tickets.courtesy_at (at, domain, proven)
                select * from unnest(:at::timestamptz[], :domain::text[], :proven::boolean[])
                """)
                .param("at", counted.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .param("domain", counted.stream().map(Counted::domain).toArray(String[]::new))
                .param("proven", counted.stream().map(Counted::proven).toArray(Boolean[]::new))
                .update();
    }

    private Total lately(Instant now) {
        var counted = lately;
        var age = Duration.between(counted.at(), now);
        if (age.isNegative() || age.compareTo(COUNTED_EVERY) > 0) {
            counted = new Known(total(now), now);
            lately = counted;
        }
        return counted.total();
    }

    private Spent spent(String domain, Instant now) {
        return db.sql("""
                select count(*) as sent, count(*) filter (where not proven) as unproven
                  from (select proven from tickets.courtesy_at
                         where at > :since and domain = :domain limit :most) n
                """)
                .param("since", since(now))
                .param("domain", domain)
                .param("most", TO_A_DOMAIN)
                .query((row, number) -> new Spent(domain, row.getInt("sent"), row.getInt("unproven")))
                .single();
    }

    private int count(boolean unproven, int most, Instant now) {
        return db.sql("select count(*) from (select from tickets.courtesy_at where at > :since"
                        + (unproven ? " and not proven" : "") + " limit :most) n")
                .param("since", since(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    public Total total() {
        return total(time.instant());
    }

    private Total total(Instant now) {
        return new Total(count(false, TO_EVERYBODY, now), count(true, TO_EVERYBODY_UNPROVEN, now));
    }

    /** Those who got most within the last hour. */
    public List<Spent> domains(int limit) {
        return db.sql("""
                select domain, count(*) as sent, count(*) filter (where not proven) as unproven
                  from tickets.courtesy_at where at > :since
                 group by domain order by sent desc, domain limit :limit
                """)
                .param("since", since(time.instant()))
                .param("limit", limit)
                .query((row, number) -> new Spent(row.getString("domain"), row.getInt("sent"), row.getInt("unproven")))
                .list();
    }

    private static OffsetDateTime since(Instant now) {
        return now.minus(Courtesy.SPAN).atOffset(ZoneOffset.UTC);
    }
}
