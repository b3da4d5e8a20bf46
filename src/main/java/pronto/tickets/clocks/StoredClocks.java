package pronto.tickets.clocks;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.sla.Clock;

/** Where the clocks of tickets are kept: the ledger, and beside it what follows from it for the index and the jobs. */
@Component
class StoredClocks {

    private final JdbcClient db;
    private final Hours hours;

    StoredClocks(JdbcClient db, Hours hours) {
        this.db = db;
        this.hours = hours;
    }

    List<TicketClock> of(long ticket) {
        return of(List.of(ticket)).getOrDefault(ticket, List.of());
    }

    /** In the order of their kinds, the latest round last. */
    Map<Long, List<TicketClock>> of(Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            return Map.of();
        }
        return db.sql("""
                select id, ticket_id, kind, round, ledger::text as ledger, told from tickets.clock
                 where ticket_id = any(:tickets)
                 order by ticket_id, array_position(array['pickup', 'answer', 'update', 'resolution'], kind), round
                """).param("tickets", tickets.toArray(Long[]::new)).query(this::clock).list().stream()
                .collect(groupingBy(TicketClock::ticket));
    }

    TicketClock add(long ticket, ClockKind kind, int round, Clock clock) {
        var id = db.sql("""
                insert into tickets.clock (ticket_id, kind, round, started_at, ledger, state)
                values (:ticket, :kind, :round, :started, :ledger::jsonb, 'running') returning id
                """)
                .param("ticket", ticket)
                .param("kind", Spelling.of(kind))
                .param("round", round)
                .param("started", utc(clock.turns().getFirst().at()))
                .param("ledger", Ledgers.write(clock))
                .query(Long.class)
                .single();
        return new TicketClock(id, ticket, kind, round, clock, 0);
    }

    void save(TicketClock kept, int told) {
        var clock = kept.clock();
        db.sql("""
                update tickets.clock
                   set ledger = :ledger::jsonb, state = :state, due_at = :due, told = :told, next_at = :next
                 where id = :id
                """)
                .param("ledger", Ledgers.write(clock))
                .param("state", clock.stopped() ? "stopped" : clock.paused() ? "paused" : "running")
                .param("due", utc(clock.due()))
                .param("told", told)
                .param("next", utc(Marks.next(clock, told)))
                .param("id", kept.id())
                .update();
    }

    void remove(TicketClock kept) {
        db.sql("delete from tickets.clock_mark where clock_id = :id")
                .param("id", kept.id())
                .update();
        db.sql("delete from tickets.clock where id = :id")
                .param("id", kept.id())
                .update();
    }

    void mark(
            TicketClock kept,
            int percent,
            Instant passed,
            Instant now,
            @Nullable String plan,
            @Nullable String priority) {
        var due = kept.clock().due();
        db.sql("""
                insert into tickets.clock_mark (clock_id, percent, due_at, passed_at, told_at, plan, priority)
                values (:clock, :percent, :due, :passed, :now, :plan, :priority)
                on conflict (clock_id, percent, due_at) do update set withdrawn_at = null
                """)
                .param("clock", kept.id())
                .param("percent", percent)
                .param("due", utc(due == null ? passed : due))
                .param("passed", utc(passed))
                .param("now", utc(now))
                .param("plan", plan)
                .param("priority", priority)
                .update();
    }

    /** What was told above this mark has proved untrue. */
    void withdraw(TicketClock kept, int above, Instant now) {
        db.sql("""
                update tickets.clock_mark set withdrawn_at = :now
                 where clock_id = :clock and percent > :above and withdrawn_at is null
                """)
                .param("now", utc(now))
                .param("clock", kept.id())
                .param("above", above)
                .update();
    }

    private TicketClock clock(ResultSet row, int number) throws SQLException {
        return new TicketClock(
                row.getLong("id"),
                row.getLong("ticket_id"),
                Spelling.read(ClockKind.class, row.getString("kind")),
                row.getInt("round"),
                Ledgers.read(row.getString("ledger"), hours::of),
                row.getInt("told"));
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
