package pronto.customers.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import pronto.customers.Customer;
import pronto.customers.CustomerPlans;
import pronto.customers.Customers;
import pronto.customers.NotThere;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.api.Given;
import pronto.ui.api.Slice;

/** The plans a customer had, has and will have. */
@RestController
@RequestMapping("/api/v1/customers/{code}/plans")
class CustomerPlansApi {

    private final Customers customers;
    private final CustomerPlans plans;
    private final InstantSource time;

    CustomerPlansApi(Customers customers, CustomerPlans plans, InstantSource time) {
        this.customers = customers;
        this.plans = plans;
        this.time = time;
    }

    /** The plan from some moment until another; null is none, for ever, and still. */
    record Had(
            @Nullable String plan,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant writtenAt,
            @Nullable String writtenBy) {

        static Had of(CustomerPlans.Period period) {
            return new Had(period.plan(), period.from(), period.until(), period.writtenAt(), period.writtenBy());
        }
    }

    /** The plan the customer has from a moment on; null is none, and without a moment it is from now on. */
    record Change(Given<String> plan, Given<Instant> from) {}

    /** The latest first. */
    @GetMapping
    Slice<Had> list(@PathVariable String code) {
        return Slice.whole(plans.of(customer(code).id()).stream().map(Had::of).toList());
    }

    @PostMapping
    Slice<Had> change(@PathVariable String code, @RequestBody Change change, Actor actor) {
        var customer = customer(code);
        if (!change.plan().present()) {
            throw Invalid.missing("plan");
        }
        var from = Objects.requireNonNullElseGet(change.from().or(null), time::instant);
        plans.change(customer.id(), change.plan().or(null), from, actor);
        return list(code);
    }

    /** Takes back a change that has not begun. */
    @DeleteMapping("/{from}")
    @ResponseStatus(NO_CONTENT)
    void takeBack(@PathVariable String code, @PathVariable Instant from, Actor actor) {
        plans.takeBack(customer(code).id(), from, actor);
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
