package pronto.customers.api;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
import pronto.ui.api.Version;
import tools.jackson.databind.json.JsonMapper;

/** The plans a customer had, has and will have. */
@RestController
@RequestMapping("/api/v1/customers/{code}/plans")
class CustomerPlansApi {

    private final Customers customers;
    private final CustomerPlans plans;
    private final InstantSource time;
    private final JsonMapper json;

    CustomerPlansApi(Customers customers, CustomerPlans plans, InstantSource time, JsonMapper json) {
        this.customers = customers;
        this.plans = plans;
        this.time = time;
        this.json = json;
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
    Slice<Had> list(@PathVariable String code, HttpServletResponse response) {
        var shown = shown(plans.of(customer(code).id()));
        response.setHeader(HttpHeaders.ETAG, version(shown).tag());
        return shown;
    }

    @PostMapping
    Slice<Had> change(
            @PathVariable String code,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor,
            HttpServletResponse response) {
        var customer = customer(code);
        if (!change.plan().present()) {
            throw Invalid.missing("plan");
        }
        var from = Objects.requireNonNullElseGet(change.from().or(null), time::instant);
        plans.change(customer.id(), change.plan().or(null), from, seen(ifMatch), actor);
        return list(code, response);
    }

    /** Takes back a change that has not begun. */
    @DeleteMapping("/{from}")
    @ResponseStatus(NO_CONTENT)
    void takeBack(
            @PathVariable String code,
            @PathVariable Instant from,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Actor actor) {
        plans.takeBack(customer(code).id(), from, seen(ifMatch), actor);
    }

    private Consumer<List<CustomerPlans.Period>> seen(@Nullable String ifMatch) {
        return periods -> version(shown(periods)).check(ifMatch);
    }

    /** Of all the changes together: one to come does not make another version of the customer. */
    private Version version(Slice<Had> shown) {
        return Version.of(json.writeValueAsBytes(shown));
    }

    private static Slice<Had> shown(List<CustomerPlans.Period> periods) {
        return Slice.whole(periods.stream().map(Had::of).toList());
    }

    private Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> NotThere.customer(code));
    }
}
