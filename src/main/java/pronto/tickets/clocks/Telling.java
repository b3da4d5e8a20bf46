package pronto.tickets.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/**
 * Tells when a promise runs down: at half, three quarters and nine tenths of it, and when it is broken; each once, since
 * who tells it holds the ticket and writes down that it was told.
 */
@Component
class Telling {

    private static final int AT_ONCE = 250;
    private static final int ROUNDS = 200;

    private final JdbcClient db;
    private final InstantSource time;
    private final StoredClocks clocks;
    private final Timeline timeline;
    private final Changes changes;
    private final List<MarkPassed> hearing;
    private final TransactionTemplate transaction;

    Telling(
            JdbcClient db,
            InstantSource time,
            StoredClocks clocks,
            Timeline timeline,
            Changes changes,
            List<MarkPassed> hearing,
            TransactionTemplate transaction) {
        this.db = db;
        this.time = time;
        this.clocks = clocks;
        this.timeline = timeline;
        this.changes = changes;
        this.hearing = hearing;
        this.transaction = transaction;
    }

    private record Held(
            long id,
            String code,
            @Nullable String plan,
            @Nullable String priority) {}

    /** All that is due by now; what somebody is changing this moment is looked at again a second later. */
    void tell() {
        for (var round = 0; round < ROUNDS; round++) {
            var told = transaction.execute(_ -> some());
            if (told == null || told == 0) {
                return;
            }
        }
    }

    private int some() {
        var now = time.instant();
        var held = held(now);
        var kept = clocks.of(held.keySet());
        held.forEach((id, ticket) -> {
            kept.getOrDefault(id, List.of()).forEach(clock -> tell(ticket, clock, now));
            changes.record("ticket", Long.toString(id));
        });
        touch(held.keySet(), now);
        kept.values().forEach(clocks -> clocks.forEach(clock -> hear(clock, now)));
        return held.size();
    }

    /** The ticket is taken before its clocks, as by everybody who changes one. */
    private Map<Long, Held> held(Instant now) {
        var held = new HashMap<Long, Held>();
        db.sql("""
                select t.id, t.code, t.priority,
                       (select c.plan from customers.customer c where c.id = t.customer_id) as plan
                  from tickets.ticket t
                 where t.id in (select ticket_id from tickets.clock where next_at < :now order by next_at limit :most)
                 order by t.id
                   for update of t skip locked
                """)
                .param("now", StoredClocks.utc(now))
                .param("most", AT_ONCE)
                .query((row, _) -> new Held(
                        row.getLong("id"), row.getString("code"), row.getString("plan"), row.getString("priority")))
                .list()
                .forEach(one -> held.put(one.id(), one));
        return held;
    }

    private void tell(Held ticket, TicketClock kept, Instant now) {
        var clock = kept.clock();
        if (!clock.running()) {
            return;
        }
        var told = kept.told();
        for (var percent : Marks.passed(clock, kept.told(), now)) {
            var at = Marks.at(clock, percent);
            var due = clock.due();
            if (at == null || due == null) {
                continue;
            }
            clocks.mark(kept, percent, at, now, ticket.plan(), ticket.priority());
            timeline.add(
                    percent == Marks.BROKEN ? "tickets.promiseBroken" : "tickets.promiseWarned",
                    Actor.PRONTO,
                    new Subject("ticket", ticket.id()),
                    null,
                    Map.of(
                            "code", ticket.code(),
                            "clock", Spelling.of(kept.kind()),
                            "percent", percent,
                            "dueAt", due.toString()));
            told = percent;
        }
        clocks.save(kept, told);
    }

    /** All is told by then: who hears of it may hand the ticket to others. */
    private void hear(TicketClock kept, Instant now) {
        var clock = kept.clock();
        var percents = clock.running() ? Marks.passed(clock, kept.told(), now) : List.<Integer>of();
        var at = percents.isEmpty() ? null : Marks.at(clock, percents.getLast());
        if (at != null) {
            var since = clock.turns().getFirst().at();
            var passed = new MarkPassed.Passed(kept.ticket(), kept.kind(), kept.round(), since, percents.getLast(), at);
            hearing.forEach(one -> one.passed(passed));
        }
    }

    private void touch(Collection<Long> tickets, Instant now) {
        db.sql("update tickets.ticket set version = version + 1, updated_at = :now where id = any(:tickets)")
                .param("now", StoredClocks.utc(now))
                .param("tickets", tickets.toArray(Long[]::new))
                .update();
    }
}
