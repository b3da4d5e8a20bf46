package pronto.customers.api;

import org.jspecify.annotations.Nullable;
import pronto.customers.Customer.Platform;

/** A platform as programs see it. */
record PlatformBody(
        String id,
        String name,
        @Nullable String url,
        @Nullable String externalId) {

    static PlatformBody of(Platform platform) {
        return new PlatformBody(Long.toString(platform.id()), platform.name(), platform.url(), platform.externalId());
    }
}
