package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.api.Given;

/** What somebody says of a customer: of each field something, nothing, or that it is empty. */
public record CustomerFields(
        Given<String> name,
        Given<String> plan,
        Given<String> language,
        Given<String> timeZone,
        Given<List<String>> domains,
        Given<String> externalId,
        Given<List<PlatformFields>> platforms) {

    public static CustomerFields named(String name) {
        return new CustomerFields(
                Given.of(name),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent());
    }

    public CustomerFields withPlan(@Nullable String plan) {
        return new CustomerFields(name, Given.of(plan), language, timeZone, domains, externalId, platforms);
    }

    public CustomerFields withLanguage(@Nullable String language) {
        return new CustomerFields(name, plan, Given.of(language), timeZone, domains, externalId, platforms);
    }

    public CustomerFields withTimeZone(@Nullable String timeZone) {
        return new CustomerFields(name, plan, language, Given.of(timeZone), domains, externalId, platforms);
    }

    public CustomerFields withDomains(String... domains) {
        return new CustomerFields(name, plan, language, timeZone, Given.of(List.of(domains)), externalId, platforms);
    }

    public CustomerFields withPlatforms(PlatformFields... platforms) {
        return new CustomerFields(name, plan, language, timeZone, domains, externalId, Given.of(List.of(platforms)));
    }
}
