package pronto.catalog;

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
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.timeline.Entry;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.Refusal;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CatalogTest extends RealDatabase {

    private static final Actor GIULIA = Actor.technician(7, "Giulia");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Catalog catalog;

    @Autowired
    private CatalogBook book;

    @Autowired
    private Staff staff;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient db;

    private Cast cast;
    private Browser lead;
    private long team;

    @BeforeEach
    void empty() {
        Emptied.of(db, "catalog.part");
        cast = new Cast(context);
        team = staff.teamNamed("Platform").id();
        lead = cast.browserOf(cast.hired("Lia Verdi", Role.LEAD));
        db.sql("update staff.technician set language = 'en'").update();
    }

    private Part component(String key, String... on) {
        return book.put(PartKind.COMPONENT, key, named(key).dependingOn(on), CatalogBook.ANY, GIULIA)
                .part();
    }

    private PartFields named(String key) {
        return PartFields.named("The " + key, "Il " + key, team);
    }

    @Test
    void a_part_is_written_down_once_and_known_by_its_key_however_it_is_typed() {
        component("db");
        var checkout = component("Checkout", "DB");

        assertThat(catalog.find(" CHECKOUT ")).contains(checkout);
        assertThat(checkout.dependsOn()).containsExactly("db");
        var again =
                book.put(PartKind.COMPONENT, "checkout", named("Checkout").dependingOn("db"), CatalogBook.ANY, GIULIA);
        assertThat(again.part().version()).isEqualTo(checkout.version());
        assertThat(timeline.of(new Subject("part", checkout.id()), null, 5))
                .extracting(Entry::kind)
                .containsExactly("catalog.added");
        assertThatThrownBy(() -> book.add(PartKind.SERVICE, "checkout", named("x"), GIULIA))
                .isInstanceOf(PartExists.class);
        assertThatThrownBy(() -> book.put(PartKind.SERVICE, "checkout", named("x"), CatalogBook.ANY, GIULIA))
                .isInstanceOf(PartExists.class);
    }

    @Test
    void a_circle_is_refused_and_the_way_round_is_named() {
        component("db");
        component("search", "db");
        component("checkout", "search");

        assertThatThrownBy(() -> book.link("db", Dependency.DEPENDS_ON, "checkout", GIULIA))
                .isInstanceOfSatisfying(DependencyCycle.class, refusal -> {
                    assertThat(refusal.arguments()).containsEntry("way", "db → checkout → search → db");
                    assertThat(refusal.field()).isEqualTo("dependsOn");
                });
        assertThatThrownBy(() -> book.link("db", Dependency.DEPENDS_ON, "db", GIULIA))
                .isInstanceOf(DependencyCycle.class);
        assertThat(catalog.find("db").orElseThrow().dependsOn()).isEmpty();
    }

    @Test
    void one_runs_on_environments_alone_and_depends_on_anything_else() {
        book.add(PartKind.ENVIRONMENT, "milan", named("milan"), GIULIA);
        component("db");

        assertThat(book.link("db", Dependency.RUNS_ON, "milan", GIULIA).runsOn())
                .containsExactly("milan");
        assertRefused("depends-on-environment", () -> book.link("db", Dependency.DEPENDS_ON, "milan", GIULIA));
        assertRefused("runs-on-no-environment", () -> book.link("milan", Dependency.RUNS_ON, "db", GIULIA));
        assertRefused("no-such-part", () -> book.link("db", Dependency.DEPENDS_ON, "nothing", GIULIA));
    }

    @Test
    void what_is_used_is_retired_instead_of_removed_and_brought_back_as_it_was() {
        component("db");
        component("checkout", "db");

        assertThatThrownBy(() -> book.remove("db", CatalogBook.ANY, GIULIA))
                .isInstanceOfSatisfying(
                        PartInUse.class,
                        refusal -> assertThat(refusal.arguments()).containsEntry("users", "checkout"));
        book.change("db", PartFields.NOTHING.retired(true), CatalogBook.ANY, GIULIA);
        assertRefused("part-retired", () -> component("search", "db"));
        assertThat(catalog.dependents(List.of("db"), 10)).isEmpty();
        assertThat(catalog.matching(new Catalog.Query("db", null, false, null, 10)))
                .isEmpty();

        book.change("db", PartFields.NOTHING.retired(false), CatalogBook.ANY, GIULIA);

        assertThat(catalog.dependents(List.of("db"), 10)).extracting(Part::key).containsExactly("checkout");
        book.remove("checkout", CatalogBook.ANY, GIULIA);
        book.remove("db", CatalogBook.ANY, GIULIA);
        assertThat(catalog.find("db")).isEmpty();
    }

    @Test
    void whether_something_core_is_touched_is_known_from_below() {
        component("db");
        component("checkout", "db");
        book.put(PartKind.SERVICE, "shop", named("shop").core(true).dependingOn("checkout"), CatalogBook.ANY, GIULIA);
        component("mailer");

        assertThat(catalog.touchesCore(List.of("db"))).isTrue();
        assertThat(catalog.touchesCore(List.of("mailer"))).isFalse();
        assertThat(catalog.dependents(List.of("db"), 10)).extracting(Part::key).containsExactly("shop", "checkout");
    }

    @Test
    void words_find_a_part_by_key_and_by_both_names_without_accents() {
        book.add(PartKind.SERVICE, "pay", PartFields.named("Payments", "Pagamenti più rapidi", team), GIULIA);

        for (var words : List.of("PAY", "paym", "piu rapidi", "rapidi pag")) {
            assertThat(catalog.matching(new Catalog.Query(words, null, false, null, 10)))
                    .as(words)
                    .hasSize(1);
        }
        assertThat(catalog.matching(new Catalog.Query("100%", null, false, null, 10)))
                .isEmpty();
    }

    @Test
    void a_team_that_owns_parts_is_removed_only_when_another_takes_them() {
        component("db");
        var heir = staff.teamNamed("Heirs");
        var admin = cast.program(Scope.ADMIN);

        assertThat(admin.delete("/api/v1/teams/" + team).problem()).isEqualTo("team-in-use");
        assertThat(admin.delete("/api/v1/teams/" + team + "?into=" + heir.id()).status())
                .isEqualTo(204);

        assertThat(catalog.find("db").orElseThrow().team()).isEqualTo(heir.id());
    }

    @Test
    void programs_keep_the_catalog_in_step_and_see_versions() {
        var program = cast.program(Scope.ADMIN);
        program.put("/api/v1/environments/by-key/milan", body("Milan", ""));
        program.put("/api/v1/components/by-key/db", body("Database", ", \"runsOn\": [\"milan\"]"));

        var made =
                program.put("/api/v1/services/by-key/shop", body("Shop", ", \"core\": true, \"dependsOn\": [\"db\"]"));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/api/v1/services/shop");
        var read = program.get("/api/v1/services/SHOP");
        var back = program.put("/api/v1/services/by-key/shop", read.response().body());
        assertThat(back.response().body()).isEqualTo(read.response().body());
        assertThat(back.header("ETag")).isEqualTo(read.header("ETag"));

        var patched = program.patch("/api/v1/services/shop", "{\"core\": false}", "If-Match", "\"7\"");
        assertThat(patched.status()).isEqualTo(412);
        assertThat(program.patch("/api/v1/components/db", "{\"dependsOn\": [\"shop\"]}")
                        .problem())
                .isEqualTo("dependency-cycle");
        assertThat(program.get("/api/v1/components/shop").status()).isEqualTo(404);
        assertThat(keys(program.get("/api/v1/environments/milan/dependents"))).containsExactly("shop", "db");
        assertThat(program.delete("/api/v1/components/db").problem()).isEqualTo("part-in-use");
        assertThat(program.post("/api/v1/components/db/retirement", "{}").status())
                .isEqualTo(201);
        assertThat(keys(program.get("/api/v1/components?retired=true"))).containsExactly("db");
        assertThat(program.delete("/api/v1/components/db/retirement").status()).isEqualTo(200);
    }

    @Test
    void a_program_is_told_which_field_does_not_fit() {
        var program = cast.program(Scope.ADMIN);

        var nameless =
                program.put("/api/v1/services/by-key/shop", "{\"team\": \"Platform\", \"names\": {\"en\": \"Shop\"}}");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.json().path("field").asString()).isEqualTo("names.it");
        assertThat(program.put("/api/v1/services/by-key/shop", "{\"names\": {\"en\": \"a\", \"it\": \"b\"}}")
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("team");
        assertThat(program.put("/api/v1/services/by-key/a%20b", body("A", "")).problem())
                .isEqualTo("part-key-not-allowed");
        assertThat(cast.program(Scope.WRITE)
                        .put("/api/v1/services/by-key/shop", body("A", ""))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_lead_writes_the_catalog_on_screen_and_everybody_reads_it() {
        assertThat(lead.get("/catalog").body()).contains("Nothing in the catalog yet", "/catalog/new");
        component("db");
        var made = lead.post(
                "/catalog",
                Map.of(
                        "kind",
                        "service",
                        "key",
                        "shop",
                        "names.en",
                        "Shop <b>",
                        "names.it",
                        "Negozio",
                        "team",
                        "" + team));
        assertThat(made.headers().firstValue("Location")).contains("/catalog/shop/edit");
        lead.post("/catalog/shop/lines", Map.of("how", "dependsOn", "on", "db"));

        assertThat(lead.get("/catalog/shop").body()).contains("Shop &lt;b&gt;", "The db", "Platform");
        assertThat(lead.get("/catalog/db").body()).contains("1 part, directly or not", "/catalog/shop");
        assertThat(lead.get("/catalog/shop/choices?q=db").body()).contains("Nothing fits");
        var technician = cast.browserOf(cast.giulia());
        assertThat(technician.get("/catalog/shop").body()).doesNotContain("/catalog/shop/edit");
        assertThat(technician.get("/catalog/shop/edit").statusCode()).isEqualTo(403);
        assertThat(technician.post("/catalog/shop/retirement", Map.of()).statusCode())
                .isEqualTo(403);
        var round = lead.post("/catalog/db/lines", Map.of("how", "dependsOn", "q", "shop"), "HX-Request", "true");
        assertThat(round.statusCode()).isEqualTo(409);
        assertThat(round.body()).contains("db → shop → db", "data-field=\"dependsOn\"");

        lead.post("/catalog/shop/retirement", Map.of());
        assertThat(lead.get("/catalog/shop").body()).contains("Bring back");
        assertThat(lead.get("/catalog?kind=retired").body()).contains("Shop &lt;b&gt;");
        lead.post("/catalog/shop/return", Map.of());
        lead.post("/catalog/shop/lines/removal", Map.of("on", "db"));
        lead.post("/catalog/shop/removal", Map.of());
        assertThat(catalog.find("shop")).isEmpty();
    }

    private String body(String name, String more) {
        return "{\"names\": {\"en\": \"" + name + "\", \"it\": \"" + name + "\"}, \"team\": \"platform\"" + more + "}";
    }

    private static List<String> keys(Program.Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("key").asString())
                .toList();
    }

    private static void assertRefused(String name, Runnable doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo(name));
    }

    @Test
    void a_name_in_one_language_alone_is_refused() {
        assertThatThrownBy(() -> book.add(PartKind.SERVICE, "shop", PartFields.named("Shop", " ", team), GIULIA))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo("names.it"));
    }
}
