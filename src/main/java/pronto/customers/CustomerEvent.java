package pronto.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a customer that others must know of. */
public sealed interface CustomerEvent {

    long customer();

    /** It has this plan from that moment on, which is now or was; null is none. */
    record PlanChanged(long customer, @Nullable String plan, Instant from) implements CustomerEvent {}
}
