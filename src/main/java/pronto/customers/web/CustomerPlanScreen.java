package pronto.customers.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.CustomerPlans;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.sla.Plans;
import pronto.timeline.Actor;
import pronto.ui.Go;
import pronto.ui.Invalid;
import pronto.ui.Needs;
import pronto.ui.Reader;
import pronto.ui.Right;
import pronto.ui.View;

/** Gives a customer another plan: from now, from a day to come, or from a day that is over. */
@Controller
@Needs(Right.WORK)
@RequestMapping("/customers/{code}/plan")
class CustomerPlanScreen {

    private final Customers customers;
    private final CustomerPlans periods;
    private final Plans plans;
    private final InstantSource time;

    CustomerPlanScreen(Customers customers, CustomerPlans periods, Plans plans, InstantSource time) {
        this.customers = customers;
        this.periods = periods;
        this.plans = plans;
        this.time = time;
    }

    @GetMapping
    View show(@PathVariable String code) {
        var customer = customer(code);
        return new CustomerPlanView(
                customer,
                Paths.of(customer),
                CustomerPlanView.lines(periods.of(customer.id()), time.instant()),
                plans.all().stream().map(version -> version.plan().name()).toList());
    }

    @PostMapping
    View change(
            @PathVariable String code,
            @RequestParam @Nullable String plan,
            @RequestParam(defaultValue = "") String from,
            Reader reader,
            Actor me) {
        var customer = customer(code);
        periods.change(customer.id(), Typed.orNothing(plan), from(from, reader), CustomerPlans.ANY, me);
        return Go.to(Paths.of(customer));
    }

    private Instant from(String typed, Reader reader) {
        try {
            return typed.isBlank()
                    ? time.instant()
                    : LocalDate.parse(typed.strip()).atStartOfDay(reader.zone()).toInstant();
        } catch (DateTimeException notADate) {
            throw new Invalid("not-a-date", "from", Map.of("date", typed));
        }
    }

    @PostMapping("/back")
    View takeBack(@PathVariable String code, @RequestParam Instant from, Actor me) {
        var customer = customer(code);
        periods.takeBack(customer.id(), from, CustomerPlans.ANY, me);
        return Go.to(Paths.of(customer) + "/plan");
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
