package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.api.Given;

/** What somebody says of a platform: it is known again by its external id where it has one, else by its name. {@code runsOn} are keys of the catalog, said as a whole. */
public record PlatformFields(
        Given<String> name, Given<String> url, Given<String> externalId, Given<List<String>> runsOn) {

    public static PlatformFields named(String name, @Nullable String url) {
        return new PlatformFields(Given.of(name), Given.of(url), Given.absent(), Given.absent());
    }

    public PlatformFields runningOn(String... keys) {
        return new PlatformFields(name, url, externalId, Given.of(List.of(keys)));
    }
}
