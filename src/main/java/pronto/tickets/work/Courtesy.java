package pronto.tickets.work;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often we write to an address by ourselves: whoever forges a sender cannot make us flood them. */
@Component
class Courtesy {

    private static final Duration SPAN = Duration.ofHours(1);

    private final JdbcClient db;
    private final InstantSource time;

    Courtesy(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    /** True, and counted, while the address got fewer than this many within the last hour. */
    boolean allows(String address, int most) {
        var now = time.instant();
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
        db.sql("delete from tickets.courtesy where not exists (select from unnest(sent_at) at where at > :since)")
                .param("since", time.instant().minus(SPAN).atOffset(ZoneOffset.UTC))
                .update();
    }
}
