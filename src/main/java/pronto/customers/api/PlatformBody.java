package pronto.customers.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.customers.Customer.Platform;

/** A platform as programs see it. */
record PlatformBody(
        String id,
        String name,
        @Nullable String url,
        @Nullable String externalId,
        List<String> runsOn) {

    static PlatformBody of(Platform platform) {
        return new PlatformBody(
                Long.toString(platform.id()),
                platform.name(),
                platform.url(),
                platform.externalId(),
                platform.runsOn());
    }
}
