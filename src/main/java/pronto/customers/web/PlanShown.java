package pronto.customers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerPlans.Period;

/** The plan of a customer as it is told beside it: since when, whether there is one of that name, and what comes. */
public record PlanShown(
        @Nullable String name,
        boolean known,
        @Nullable Instant since,
        @Nullable Period next) {

    static PlanShown of(@Nullable String name, boolean known, List<Period> periods, Instant now) {
        Period next = null;
        for (var period : periods) {
            var from = period.from();
            if (from == null || !from.isAfter(now)) {
                return new PlanShown(name, known, from, next);
            }
            next = period;
        }
        return new PlanShown(name, known, null, next);
    }
}
