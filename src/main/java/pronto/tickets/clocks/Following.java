package pronto.tickets.clocks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Spelling;
import pronto.sla.Cause;
import pronto.sla.Clock;
import pronto.sla.Promise;
import pronto.sla.SupportPlan;
import pronto.sla.Turn;

/**
 * Makes the clocks of a ticket agree with what has become of it, in the transaction that changed it. Doing it twice
 * changes nothing, so whoever changes a ticket only has to say that it changed.
 */
@Component
public class Following {

    private final JdbcClient db;
    private final InstantSource time;
    private final StoredClocks clocks;
    private final Promises promises;
    private final Standings standings;

    Following(JdbcClient db, InstantSource time, StoredClocks clocks, Promises promises, Standings standings) {
        this.db = db;
        this.time = time;
        this.clocks = clocks;
        this.promises = promises;
        this.standings = standings;
    }

    /** Whether any of its clocks changed. */
    public boolean follow(long ticket) {
        return follow(ticket, time.instant());
    }

    /** Those of several tickets, which are looked at together. */
    public void follow(Collection<Long> tickets) {
        if (!tickets.isEmpty()) {
            var places = new ArrayList<Standings.Place>();
            Facts.of(db, tickets).forEach(facts -> follow(facts, time.instant(), places));
            standings.stand(places);
        }
    }

    /** What is promised changes {@code since}, which may be a moment ago. */
    boolean follow(long ticket, Instant since) {
        var places = new ArrayList<Standings.Place>();
        var changed = follow(Facts.of(db, ticket), since, places);
        return standings.stand(places) | changed;
    }

    private boolean follow(Facts facts, Instant since, List<Standings.Place> places) {
        var now = time.instant();
        var plan = promises.plan(facts, now).orElse(null);
        if (!facts.clocks() && plan == null && facts.nextUpdateAt() == null) {
            places.addAll(standings.elsewhere(facts, null, List.of()));
            return false;
        }
        var kept = facts.clocks() ? clocks.of(facts.ticket()) : List.<TicketClock>of();
        var changed = false;
        var lasting = new ArrayList<Clock>();
        for (var kind : ClockKind.values()) {
            var rounds = kept.stream().filter(one -> one.kind() == kind).toList();
            var one = new One(facts, plan, kind, since, now);
            changed |= one.follow(rounds);
            if (one.last != null) {
                lasting.add(one.last.clock());
            }
        }
        places.addAll(standings.elsewhere(facts, plan, lasting));
        return changed;
    }

    /** Reckons anew what follows from the ledgers, after a calendar was corrected. */
    boolean reckon(long ticket) {
        var facts = Facts.of(db, ticket);
        var now = time.instant();
        var kept = clocks.of(ticket);
        kept.forEach(one -> save(one, facts, now));
        var plan = promises.plan(facts, now).orElse(null);
        standings.stand(standings.elsewhere(
                facts, plan, kept.stream().map(TicketClock::clock).toList()));
        return true;
    }

    /** What was told and has proved untrue is withdrawn; what was broken and never told is told on record. */
    private void save(TicketClock kept, Facts facts, Instant now) {
        var told = Marks.stillTrue(kept.clock(), kept.told(), now);
        if (told < kept.told()) {
            clocks.withdraw(kept, told, now);
        }
        var due = kept.clock().due();
        if (kept.clock().stopped()
                && told < Marks.BROKEN
                && due != null
                && kept.clock().broken(now)) {
            clocks.mark(
                    kept,
                    Marks.BROKEN,
                    due,
                    now,
                    facts.plan(),
                    facts.priority() == null ? null : Spelling.of(facts.priority()));
            told = Marks.BROKEN;
        }
        clocks.save(kept, told);
    }

    /** One kind of clock of one ticket. */
    private final class One {

        private final Facts facts;
        private final @Nullable SupportPlan plan;
        private final ClockKind kind;
        private final Instant since;
        private final Instant now;
        private @Nullable TicketClock last;

        One(Facts facts, @Nullable SupportPlan plan, ClockKind kind, Instant since, Instant now) {
            this.facts = facts;
            this.plan = plan;
            this.kind = kind;
            this.since = since;
            this.now = now;
        }

        boolean follow(List<TicketClock> rounds) {
            var wanted = Wanted.of(kind, facts, now);
            var left = kind == ClockKind.UPDATE ? overtaken(rounds, wanted) : rounds;
            if (wanted == null) {
                left.forEach(clocks::remove);
                return !left.isEmpty();
            }
            var changed = left.size() < rounds.size();
            last = left.isEmpty() ? null : left.getLast();
            if (last == null || kind == ClockKind.UPDATE && start(last).isBefore(wanted.start())) {
                last = begin(last, wanted);
                changed |= last != null;
            }
            if (last == null) {
                return changed;
            }
            var clock = changed(last.clock(), wanted);
            changed |= clock != last.clock();
            last = last.with(clock);
            if (changed) {
                save(last, facts, now);
            }
            return changed;
        }

        /** Rounds that began with a message that was taken back since were never promised. */
        private List<TicketClock> overtaken(List<TicketClock> rounds, @Nullable Wanted wanted) {
            var left = new ArrayList<>(rounds);
            while (wanted != null && !left.isEmpty() && start(left.getLast()).isAfter(wanted.start())) {
                clocks.remove(left.removeLast());
            }
            return left;
        }

        private @Nullable TicketClock begin(@Nullable TicketClock before, Wanted wanted) {
            if (before != null && !before.clock().stopped()) {
                save(before.with(before.clock().with(Turn.stopped(wanted.start(), Cause.WRITTEN))), facts, now);
            }
            var promise = promises.of(kind, plan, facts);
            if (promise == null) {
                return null;
            }
            var clock = Clock.started(wanted.start(), wanted.startedBy(), promise);
            return clocks.add(facts.ticket(), kind, before == null ? 1 : before.round() + 1, clock);
        }

        private Clock changed(Clock kept, Wanted wanted) {
            var clock = promised(kept, wanted);
            if (wanted.end() != null) {
                return clock.stopped()
                        ? clock
                        : clock.with(Turn.stopped(latest(wanted.end(), start(clock)), wanted.endedBy()));
            }
            if (clock.stopped()) {
                clock = again(clock);
            }
            var waits = facts.waits() && !facts.told(kind);
            if (waits && clock.running()) {
                return clock.with(Turn.paused(latest(now, start(clock)), Cause.CUSTOMER_HAS_IT));
            }
            return !waits && clock.paused() ? clock.with(resumed(clock)) : clock;
        }

        private Clock promised(Clock clock, Wanted wanted) {
            var before = clock.promise();
            var promise = promises.of(kind, plan, facts, before);
            if (same(promise, before) || clock.stopped() && wanted.end() != null) {
                return clock;
            }
            var at = wanted.end() != null && wanted.end().isBefore(since) ? wanted.end() : since;
            return clock.with(Turn.promised(latest(at, start(clock)), why(promise, before), promise));
        }

        private Cause why(Promise promise, Promise before) {
            if (kind == ClockKind.RESOLUTION && facts.resolution() != null) {
                return Cause.RESOLVED;
            }
            return promise.target() == null || before.target() == null || facts.priority() == null
                    ? Cause.PLAN
                    : Cause.PRIORITY;
        }

        /** What stopped it was taken back, and so never was; or the ticket is open again. */
        private Clock again(Clock clock) {
            var stop = clock.turns().stream()
                    .filter(turn -> turn.kind() == Turn.Kind.STOPPED)
                    .reduce((one, other) -> other)
                    .orElseThrow();
            return switch (stop.cause()) {
                case PICKED_UP, WRITTEN ->
                    Clock.of(clock.turns().stream().filter(turn -> turn != stop).toList());
                default -> clock.with(Turn.started(now, Cause.REOPENED, clock.promise()));
            };
        }

        /** The customer's answer counts from when it came, not from when it was filed. */
        private Turn resumed(Clock clock) {
            var asked = clock.turns().getLast().at();
            return facts.lastFromCustomer() && facts.lastMessageAt().isAfter(asked)
                    ? Turn.resumed(facts.lastMessageAt(), Cause.CUSTOMER_ANSWERED)
                    : Turn.resumed(now, Cause.BACK_IN_WORK);
        }
    }

    private static Instant start(TicketClock kept) {
        return start(kept.clock());
    }

    private static Instant start(Clock clock) {
        return clock.turns().getFirst().at();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static boolean same(Promise one, Promise other) {
        return Objects.equals(one.target(), other.target())
                && one.hours().calendar().name().equals(other.hours().calendar().name());
    }
}
