package pronto.demo;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import pronto.catalog.CatalogBook;
import pronto.catalog.PartFields;
import pronto.catalog.PartKind;
import pronto.customers.CustomerBook;
import pronto.customers.Customers;
import pronto.customers.PlatformFields;
import pronto.timeline.Actor;
import tools.jackson.databind.json.JsonMapper;

/** What the example company runs, and what of it its customers' platforms use. */
@Component
@Profile(Demo.PROFILE)
class Works {

    record Told(List<Built> parts, List<Used> platforms) {}

    record Built(
            String kind,
            String key,
            String en,
            String it,
            boolean core,
            @Nullable List<String> dependsOn,
            @Nullable List<String> runsOn) {}

    record Used(String customer, String name, List<String> runsOn) {}

    private final CatalogBook catalog;
    private final Customers customers;
    private final CustomerBook book;

    Works(CatalogBook catalog, Customers customers, CustomerBook book) {
        this.catalog = catalog;
        this.customers = customers;
        this.book = book;
    }

    void build(long team) throws IOException {
        try (var file = new ClassPathResource("demo/catalog.json").getInputStream()) {
            var told = JsonMapper.builder().build().readValue(file, Told.class);
            for (var part : told.parts()) {
                var fields = PartFields.named(part.en(), part.it(), team)
                        .core(part.core())
                        .dependingOn(keys(part.dependsOn()))
                        .runningOn(keys(part.runsOn()));
                catalog.add(PartKind.named(part.kind()), part.key(), fields, Actor.PRONTO);
            }
            for (var platform : told.platforms()) {
                var customer = customers.byCode(platform.customer()).orElseThrow();
                var fields = PlatformFields.named(platform.name(), null).runningOn(keys(platform.runsOn()));
                book.putPlatform(customer.id(), fields, CustomerBook.ANY, Actor.PRONTO);
            }
        }
    }

    private static String[] keys(@Nullable List<String> keys) {
        return Objects.requireNonNullElse(keys, List.<String>of()).toArray(String[]::new);
    }
}
