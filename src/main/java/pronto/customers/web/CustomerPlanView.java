package pronto.customers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.customers.CustomerPlans.Period;
import pronto.ui.View;

/** Which plan a customer has when, to change. */
public record CustomerPlanView(Customer customer, String back, List<Line> periods, List<String> plans) implements View {

    public record Line(Period period, boolean now, boolean coming) {}

    static List<Line> lines(List<Period> periods, Instant now) {
        return periods.stream()
                .map(period -> new Line(period, holds(period, now), begins(period.from(), now)))
                .toList();
    }

    private static boolean holds(Period period, Instant now) {
        return !begins(period.from(), now)
                && (period.until() == null || period.until().isAfter(now));
    }

    private static boolean begins(@Nullable Instant from, Instant now) {
        return from != null && from.isAfter(now);
    }
}
