package pronto.customers.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.CustomerFields;
import pronto.ui.api.Given;

/** What somebody typed of a customer; an empty field means none. */
record CustomerForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String plan,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String domains,
        @Nullable String externalId,
        @Nullable Integer version) {

    CustomerFields fields() {
        return new CustomerFields(
                Given.of(name),
                Given.of(Typed.orNothing(plan)),
                Given.of(Typed.orNothing(language)),
                Given.of(Typed.orNothing(timeZone)),
                Given.of(Typed.several(domains)),
                Given.of(Typed.orNothing(externalId)),
                Given.absent());
    }
}
