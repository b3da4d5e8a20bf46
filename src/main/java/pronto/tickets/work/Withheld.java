package pronto.tickets.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Gathered;
import pronto.runtime.Spelling;

/** Mail of our own making that was not written, and why: so that nobody wonders. */
@Component
public class Withheld {

    public enum Reason {
        ADDRESS,
        DOMAIN,
        EVERYBODY,
        LOOP
    }

    public record Letter(String ticket, String address, Reason reason, Instant at) {}

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient db;
    private final InstantSource time;
    private final Gathered<Kept> gathered = new Gathered<>(this::write);

    Withheld(JdbcClient db, InstantSource time) {
        this.db = db;
        this.time = time;
    }

    private record Kept(long ticket, String address, Reason reason) {}

    void keep(long ticket, String address, Reason reason) {
        gathered.add(new Kept(ticket, address, reason));
    }

    private void write(List<Kept> letters) {
        db.sql("""
                insert into tickets.withheld (at, ticket_id, address, reason)
                select :now, ticket, address, reason
                  from unnest(:tickets::bigint[], :addresses::text[], :reasons::text[]) as w (ticket, address, reason)
                """)
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("tickets", letters.stream().map(Kept::ticket).toArray(Long[]::new))
                .param("addresses", letters.stream().map(Kept::address).toArray(String[]::new))
                .param(
                        "reasons",
                        letters.stream()
                                .map(letter -> Spelling.of(letter.reason()))
                                .toArray(String[]::new))
                .update();
    }

    /** The newest first. */
    public List<Letter> latest(int limit) {
        return db.sql("""
                select t.code, w.address, w.reason, w.at
                  from (select * from tickets.withheld order by id desc limit :limit) w
                  join tickets.ticket t on t.id = w.ticket_id
                 order by w.id desc
                """)
                .param("limit", limit)
                .query((row, number) -> new Letter(
                        row.getString("code"),
                        row.getString("address"),
                        Columns.choice(row, "reason", Reason.class),
                        Columns.instant(row, "at")))
                .list();
    }

    void sweep() {
        db.sql("delete from tickets.withheld where at <= :since")
                .param("since", time.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
