package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.catalog.CatalogBook;
import pronto.catalog.NoSuchPart;
import pronto.catalog.PartFields;
import pronto.catalog.PartInUse;
import pronto.catalog.PartKind;
import pronto.customers.Touched.TouchedCustomer;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.runtime.RealDatabase;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.timeline.Actor;

/** Whom a part of the catalog touches. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TouchedTest extends RealDatabase {

    private static final Actor GIULIA = Actor.technician(1, "Giulia Bianchi");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerBook book;

    @Autowired
    private CatalogBook catalog;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient db;

    private long team;

    @BeforeEach
    void furnish() {
        Emptied.of(db, "customers.customer", "catalog.part");
        team = staff.teamNamed("Platform").id();
        part(PartKind.ENVIRONMENT, "milan");
        part(PartKind.ENVIRONMENT, "dublin");
        part(PartKind.COMPONENT, "db");
        catalog.put(
                PartKind.COMPONENT,
                "checkout",
                named("checkout").dependingOn("db").runningOn("milan", "dublin"),
                CatalogBook.ANY,
                GIULIA);
        part(PartKind.SERVICE, "shop", "checkout");
    }

    private void part(PartKind kind, String key, String... on) {
        catalog.put(kind, key, named(key).dependingOn(on), CatalogBook.ANY, GIULIA);
    }

    private PartFields named(String key) {
        return PartFields.named(key, key, team);
    }

    private Customer running(String code, String... on) {
        var customer = book.put(code, CustomerFields.named(code), CustomerBook.ANY, GIULIA)
                .customer();
        return book.putPlatform(
                        customer.id(),
                        PlatformFields.named("Platform of " + code, null).runningOn(on),
                        CustomerBook.ANY,
                        GIULIA)
                .customer();
    }

    private List<String> touched(String... parts) {
        return customers.dependingOn(List.of(parts), null, 100).some().stream()
                .map(TouchedCustomer::code)
                .toList();
    }

    @Test
    void a_component_touches_whoever_runs_on_something_that_depends_on_it() {
        running("ACME", "shop");
        running("BETA", "db");
        running("GAMMA", "milan");

        assertThat(touched("db")).containsExactly("ACME", "BETA");
        assertThat(touched("shop")).containsExactly("ACME");
        assertThat(customers.dependingOn(List.of("db"), null, 1))
                .returns(2L, Touched::customers)
                .returns(3L, Touched::ofAll);
        assertThat(customers.dependingOn(List.of("DB"), null, 10).some().getFirst())
                .returns(List.of("Platform of ACME"), TouchedCustomer::platforms)
                .returns(List.of("shop"), TouchedCustomer::through);
        assertThat(customers.dependingOn(List.of(), null, 10)).returns(0L, Touched::customers);
    }

    @Test
    void an_environment_spares_the_platforms_that_run_elsewhere() {
        running("ACME", "shop", "milan");
        running("BETA", "shop", "dublin");
        running("GAMMA", "shop");

        assertThat(touched("milan")).containsExactly("ACME", "GAMMA");
        assertThat(touched("checkout")).containsExactly("ACME", "BETA", "GAMMA");
    }

    @Test
    void a_retired_part_touches_nobody_and_passes_nothing_on() {
        running("ACME", "shop");

        catalog.change("checkout", PartFields.NOTHING.retired(true), CatalogBook.ANY, GIULIA);

        assertThat(touched("db")).isEmpty();
        assertThat(touched("checkout")).isEmpty();
        assertThat(touched("shop")).containsExactly("ACME");
    }

    @Test
    void a_platform_runs_on_what_there_is_and_that_can_no_longer_be_removed() {
        var acme = running("ACME", "Shop");

        assertThat(acme.platforms().getFirst().runsOn()).containsExactly("shop");
        assertThatThrownBy(() -> running("ACME", "nothing")).isInstanceOf(NoSuchPart.class);
        assertThatThrownBy(() -> catalog.remove("shop", CatalogBook.ANY, GIULIA))
                .isInstanceOf(PartInUse.class);
        assertThat(book.put("ACME", CustomerFields.named("ACME"), CustomerBook.ANY, GIULIA)
                        .outcome())
                .isEqualTo(CustomerBook.Outcome.UNCHANGED);

        running("ACME");

        catalog.remove("shop", CatalogBook.ANY, GIULIA);
        assertThat(db.sql(
                                "select data -> 'fields' -> 'runsOn' ->> 1 from timeline.entry where kind = 'customers.changed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("[]");
    }

    @Test
    void programs_say_what_a_platform_runs_on_and_ask_whom_a_part_touches() {
        var program = new Cast(context).program(Scope.ADMIN);
        running("ACME");
        running("BETA", "shop");

        var put = program.put(
                "/api/v1/customers/ACME/platforms", "{\"name\": \"Platform of ACME\", \"runsOn\": [\"Checkout\"]}");
        assertThat(put.json().at("/platforms/0/runsOn/0").asString()).isEqualTo("checkout");
        assertThat(program.put(
                                "/api/v1/customers/ACME/platforms",
                                "{\"name\": \"Platform of ACME\", \"runsOn\": [\"nothing\"]}")
                        .problem())
                .isEqualTo("no-such-part");

        var first = program.get("/api/v1/components/db/customers?limit=1");
        assertThat(first.json().at("/items/0/code").asString()).isEqualTo("ACME");
        var second = program.get("/api/v1/components/db/customers?limit=1&cursor="
                + first.json().path("next").asString());
        assertThat(second.json().at("/items/0/code").asString()).isEqualTo("BETA");
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @Test
    void a_technician_chooses_on_screen_what_a_platform_runs_on() {
        var cast = new Cast(context);
        var giulia = cast.browserOf(cast.giulia());
        db.sql("update staff.technician set language = 'en'").update();
        var platform = running("ACME").platforms().getFirst().id();
        var path = "/customers/ACME/platforms/" + platform;

        assertThat(giulia.get(path + "/parts?q=sho").body()).contains("value=\"shop\"");
        giulia.post(path + "/parts", Map.of("part", "shop"));

        assertThat(giulia.get("/customers/ACME").body()).contains("href=\"/catalog/shop\"");
        assertThat(giulia.get("/catalog/db/customers").body()).contains("1 customer of 1", "Platform of ACME");
        giulia.post(path, Map.of("name", "Shop 2"));
        assertThat(touched("db")).containsExactly("ACME");
        giulia.post(path + "/parts/removal", Map.of("part", "shop"));
        assertThat(touched("db")).isEmpty();
    }

    @Test
    void among_ten_thousand_parts_the_question_grows_with_what_is_touched() {
        db.sql("""
                insert into catalog.part (kind, key, name_en, name_it, words, team_id, created_at, updated_at)
                select 'component', 'n' || n, 'n' || n, 'n' || n, 'n' || n, :team, timestamptz 'epoch', timestamptz 'epoch'
                  from generate_series(1, 10000) n
                """).param("team", team).update();
        // Layers of a hundred, each part on three of the layer below: ten thousand ways meet again and again.
        db.sql("""
                insert into catalog.dependency (part_id, on_id, how)
                select distinct p.id, o.id, 'dependsOn'
                  from generate_series(101, 10000) n
                 cross join unnest(array[0, 7, 31]) as step
                  join catalog.part p on p.key = 'n' || n
                  join catalog.part o on o.key = 'n' || ((n - 1) / 100 * 100 - 100 + (n - 1 + step) % 100 + 1)
                """).update();
        db.sql("""
                insert into customers.customer (code, code_key, name, name_key, created_at, updated_at)
                select 'N' || n, 'N' || n, 'N' || n, 'n' || n, timestamptz 'epoch', timestamptz 'epoch'
                  from generate_series(1, 2000) n
                """).update();
        db.sql("insert into customers.platform (customer_id, name) select id, 'x' from customers.customer")
                .update();
        db.sql("""
                insert into customers.platform_part (platform_id, part_key)
                select f.id, 'n' || (9000 + f.id % 1000 + 1) from customers.platform f
                """).update();
        db.sql(
                        "analyze catalog.part, catalog.dependency, customers.customer, customers.platform, customers.platform_part")
                .update();

        // All layers above hang on the first one; a part of the last layer has nothing above it.
        assertThat(customers.dependingOn(List.of("n1"), null, 50))
                .returns(2000L, Touched::customers)
                .satisfies(all -> assertThat(all.some()).hasSize(50));
        assertThat(customers.dependingOn(List.of("n9950"), null, 50).customers())
                .isBetween(1L, 40L);
        assertThat(rowsSeen("n1")).isLessThan(200_000);
        assertThat(rowsSeen("n9950")).isLessThan(500);
    }

    /** How many rows the walk through the graph makes, as the database counts them. */
    private long rowsSeen(String key) {
        return db.sql("""
                        explain (analyze, format text, timing off, summary off)
                        with recursive touched (id, outright) as (
                            select p.id, true from catalog.part p where p.key = :key
                            union
                            select d.part_id, t.outright and d.how = 'dependsOn'
                              from touched t join catalog.dependency d on d.on_id = t.id)
                        select count(*) from touched
                        """).param("key", key).query(String.class).list().stream()
                .mapToLong(line -> {
                    var rows = java.util.regex.Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)")
                            .matcher(line);
                    return rows.find() ? (long) (Double.parseDouble(rows.group(1)) * Long.parseLong(rows.group(2))) : 0;
                })
                .sum();
    }
}
