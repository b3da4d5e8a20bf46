package pronto.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisation that bought the service. */
public record Customer(
        long id,
        String code,
        String name,
        @Nullable String plan,
        @Nullable String language,
        @Nullable String timeZone,
        List<String> domains,
        @Nullable String externalId,
        List<Platform> platforms,
        int version) {

    /** One instance of the service that it uses; {@code runsOn} are keys of the catalog. */
    public record Platform(
            long id,
            String name,
            @Nullable String url,
            @Nullable String externalId,
            List<String> runsOn) {}

    /** The same, written down for the first time. */
    public Customer made(long id) {
        return new Customer(id, code, name, plan, language, timeZone, domains, externalId, platforms, 1);
    }

    public Customer withPlatforms(List<Platform> platforms) {
        return new Customer(id, code, name, plan, language, timeZone, domains, externalId, platforms, version);
    }
}
