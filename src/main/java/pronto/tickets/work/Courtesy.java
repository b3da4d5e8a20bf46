package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often we write to an address by ourselves: whoever forges a sender cannot make us flood them. */
@Component
class Courtesy {

    private static final Duration SPAN = Duration.ofHours(1);

    /** For all of a domain, and for everybody: of those whom nobody proved, and whose name anybody may have taken. */
    private static final int TO_A_DOMAIN = 100;

    private static final int TO_EVERYBODY = 10_000;

    private final JdbcClient db;
    private final InstantSource time;

    Courtesy(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** True, and counted, while the address got fewer than this many within the last hour, and others not too many. */
    boolean allows(String address, int most, boolean verified) {
        var now = time.instant();
        var domain = address.substring(address.lastIndexOf('@') + 1);
        if (!verified && (isFull(domain, TO_A_DOMAIN, now) || isFull(null, TO_EVERYBODY, now))) {
            return false;
        }
        if (!allowed(withoutSuffix(address), most, now)) {
            return false;
        }
        if (!verified) {
            db.sql("insert into tickets.courtesy_at (at, domain) values (:now, :domain)")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("domain", domain)
                    .update();
        }
        return true;
    }

    /** Whatever follows a plus reaches the same person. */
    private static String withoutSuffix(String address) {
        return address.replaceFirst("(?<=[^@])\\+[^@]*@", "@");
    }

    /** Looked at without a lock: a few more do no harm, and nobody waits for anybody. */
    private boolean isFull(@Nullable String domain, int most, Instant now) {
        return db.sql("select count(*) from (select from tickets.courtesy_at where at > :since"
                                + (domain == null ? "" : " and domain = :domain") + " limit :most) n")
                        .param("since", now.minus(SPAN).atOffset(ZoneOffset.UTC))
                        .param("domain", domain)
                        .param("most", most)
                        .query(Integer.class)
                        .single()
                >= most;
    }

    private boolean allowed(String address, int most, Instant now) {
        return db.sql("""
                insert into tickets.courtesy as c (address, sent_at) values (:address, array[:now]::timestamptz[])
                on conflict (address) do update
                   set sent_at = array_append(array(select at from unnest(c.sent_at) at where at > :since), :now)
                 where (select count(*) from unnest(c.sent_at) at where at > :since) < :most
                """)
                        .param("address", address)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("since", now.minus(SPAN).atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                > 0;
    }

    void sweep() {
        db.sql("delete from tickets.courtesy_at where at <= :since")
                .param("since", time.instant().minus(SPAN).atOffset(ZoneOffset.UTC))
                .update();
        db.sql("delete from tickets.courtesy where not exists (select from unnest(sent_at) at where at > :since)")
                .param("since", time.instant().minus(SPAN).atOffset(ZoneOffset.UTC))
                .update();
    }
}
