package pronto.tickets.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.sla.Cause;
import pronto.sla.Clock;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;
import pronto.sla.Turn;

/** Keeps beside each ticket where it stands, so that the queue is one walk along an index. */
@Component
public class Standings {

    private final JdbcClient db;
    private final InstantSource time;
    private final StoredClocks clocks;
    private final Promises promises;

    Standings(JdbcClient db, InstantSource time, StoredClocks clocks, Promises promises) {
        this.db = db;
        this.time = time;
        this.clocks = clocks;
        this.promises = promises;
    }

    /** Where a ticket stands from now on. */
    record Place(long ticket, Instant at) {}

    /** Its new place, where it is another than before. */
    List<Place> elsewhere(Facts facts, @Nullable SupportPlan plan, Collection<Clock> lasting) {
        var at = at(facts, plan, lasting);
        return facts.over() || at.equals(facts.standsAt()) ? List.of() : List.of(new Place(facts.ticket(), at));
    }

    /** Whether any of them moves; all with one statement. */
    boolean stand(List<Place> places) {
        if (!places.isEmpty()) {
            db.sql("""
                    update tickets.ticket t set stands_at = p.at
                      from unnest(:tickets::bigint[], :at::timestamptz[]) p (ticket, at) where t.id = p.ticket
                    """)
                    .param("tickets", places.stream().map(Place::ticket).toArray(Long[]::new))
                    .param(
                            "at",
                            places.stream().map(place -> place.at().toString()).toArray(String[]::new))
                    .update();
        }
        return !places.isEmpty();
    }

    /** Where it would stand with this priority. */
    public Instant with(long ticket, Priority priority) {
        var now = time.instant();
        var facts = Facts.of(db, ticket).with(priority);
        var plan = promises.plan(facts, now).orElse(null);
        return at(facts, plan, clocks(facts, plan, now));
    }

    private List<Clock> clocks(Facts facts, @Nullable SupportPlan plan, Instant now) {
        var kept = clocks.of(facts.ticket());
        var then = new ArrayList<Clock>();
        for (var kind : ClockKind.values()) {
            var wanted = Wanted.of(kind, facts, now);
            var promise = promises.of(kind, plan, facts);
            if (wanted == null || wanted.end() != null || promise == null) {
                continue;
            }
            then.add(kept.stream()
                    .filter(one -> one.kind() == kind && one.clock().running())
                    .reduce((one, other) -> other)
                    .map(one -> one.clock().with(Turn.promised(now, Cause.PRIORITY, promise)))
                    .orElseGet(() -> Clock.started(wanted.start(), wanted.startedBy(), promise)));
        }
        return then;
    }

    private static Instant at(Facts facts, @Nullable SupportPlan plan, Collection<Clock> lasting) {
        var due = lasting.stream()
                .filter(Clock::running)
                .map(Clock::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Standing.at(facts.priority(), due, plan, facts.openedAt(), facts.held() ? facts.pickedUpAt() : null);
    }
}
