package pronto.tickets.clocks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;

/**
 * Where a ticket stands among those of its rank: at the promise that breaks next, the higher plan and priority with a head
 * start; and what nobody takes no later than at its age. A moment, not a score: it stays true while time goes by.
 */
public final class Standing {

    /** Whoever is opened so much later than a ticket that nobody has taken, and a head start more, stands behind it. */
    public static final Duration AGEING = Duration.ofDays(5);

    /** The same among the critical ones, and among those that nobody has looked at. */
    public static final Duration URGENT_AGEING = Duration.ofHours(1);

    /** No head start is longer. */
    public static final Duration HEAD_START = Duration.ofHours(3);

    private Standing() {}

    /** {@code due} is the next of its promises; {@code taken} is when somebody took it, null while nobody has it. */
    public static Instant at(
            @Nullable Priority priority,
            @Nullable Instant due,
            @Nullable SupportPlan plan,
            Instant opened,
            @Nullable Instant taken) {
        var promised = due == null ? null : due.minus(headStart(priority).plus(headStart(plan)));
        var aged = byAge(priority, taken == null ? opened : taken);
        return promised == null || taken == null && aged.isBefore(promised) ? aged : promised;
    }

    /** Where it stands by its age alone. */
    public static Instant byAge(@Nullable Priority priority, Instant since) {
        return since.plus(priority == null || priority == Priority.P1 ? URGENT_AGEING : AGEING);
    }

    private static Duration headStart(@Nullable Priority priority) {
        return switch (priority) {
            case null -> Duration.ZERO;
            case P1, P4 -> Duration.ZERO;
            case P2 -> Duration.ofHours(2);
            case P3 -> Duration.ofHours(1);
        };
    }

    /** A plan weighs what it promises: how soon somebody looks at its most urgent ticket. */
    private static Duration headStart(@Nullable SupportPlan plan) {
        var pickup = plan == null ? null : Promises.shortestPickup(plan);
        if (pickup == null || pickup.compareTo(Duration.ofHours(4)) > 0) {
            return Duration.ZERO;
        }
        return pickup.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofMinutes(30) : Duration.ofHours(1);
    }
}
