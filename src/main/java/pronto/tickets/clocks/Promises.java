package pronto.tickets.clocks;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.sla.Calendar;
import pronto.sla.Plans;
import pronto.sla.Promise;
import pronto.sla.SupportPlan;

/** What a customer's plan promises about a ticket, as it stands at one moment. */
@Component
class Promises {

    private final Plans plans;
    private final Hours hours;

    Promises(Plans plans, Hours hours) {
        this.plans = plans;
        this.hours = hours;
    }

    /** Nothing where nobody is known, or their plan is not. */
    Optional<SupportPlan> plan(Facts facts, Instant at) {
        return facts.plan() == null ? Optional.empty() : plans.on(facts.plan(), at);
    }

    Promise of(ClockKind kind, @Nullable SupportPlan plan, Facts facts, Promise before) {
        var promise = of(kind, plan, facts);
        return promise == null ? new Promise(null, before.hours()) : promise;
    }

    @Nullable Promise of(ClockKind kind, @Nullable SupportPlan plan, Facts facts) {
        if (facts.told(kind)) {
            return told(facts);
        }
        return plan == null ? null : new Promise(target(kind, plan, facts), hours.of(plan.hoursOf(facts.priority())));
    }

    /** What somebody told the customer goes before the plan, and no night and no holiday puts it off. */
    private Promise told(Facts facts) {
        var said = Wanted.second(requireNonNull(facts.writtenAt()));
        return new Promise(Duration.between(said, facts.nextUpdateAt()), hours.of(Calendar.ALWAYS.name()));
    }

    /** Before screening nothing is known but that somebody has to look: as soon as for the most urgent. */
    private static @Nullable Duration target(ClockKind kind, SupportPlan plan, Facts facts) {
        var priority = facts.priority();
        if (priority == null) {
            return kind == ClockKind.PICKUP ? shortestPickup(plan) : null;
        }
        var targets = plan.of(priority);
        if (kind == ClockKind.RESOLUTION && facts.resolution() != null) {
            return targets.resolutionByKind().getOrDefault(facts.resolution(), targets.resolution());
        }
        return kind.of(targets);
    }

    static @Nullable Duration shortestPickup(SupportPlan plan) {
        return plan.targets().values().stream()
                .map(targets -> targets.pickup())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
