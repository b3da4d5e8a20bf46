package pronto.customers.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer;
import pronto.ui.api.OneOf;

/** A customer as programs see it. */
record CustomerBody(
        String code,
        String name,
        @Nullable String plan,
        @OneOf(names = {"en", "it"}) @Nullable String language,
        @Nullable String timeZone,
        List<String> domains,
        @Nullable String externalId,
        List<PlatformBody> platforms) {

    static CustomerBody of(Customer customer) {
        return new CustomerBody(
                customer.code(),
                customer.name(),
                customer.plan(),
                customer.language(),
                customer.timeZone(),
                customer.domains(),
                customer.externalId(),
                customer.platforms().stream().map(PlatformBody::of).toList());
    }
}
