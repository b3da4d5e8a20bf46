package pronto.customers;

import org.jspecify.annotations.Nullable;
import pronto.ui.api.Given;

/** What somebody says of a platform: it is known again by its external id where it has one, else by its name. */
public record PlatformFields(Given<String> name, Given<String> url, Given<String> externalId) {

    public static PlatformFields named(String name, @Nullable String url) {
        return new PlatformFields(Given.of(name), Given.of(url), Given.absent());
    }
}
