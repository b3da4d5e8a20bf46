package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
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
import pronto.runtime.RealDatabase;
import pronto.staff.Role;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CustomerScreensTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Customers customers;

    private Browser giulia;

    @BeforeEach
    void signIn() {
        Emptied.of(db, "customers.customer");
        var cast = new Cast(context);
        giulia = cast.browserOf(cast.giulia());
        db.sql("update staff.technician set language = 'en'").update();
    }

    @Test
    void without_customers_the_list_says_how_to_begin() {
        assertThat(giulia.get("/customers").body()).contains("No customers yet", "/customers/new");
    }

    @Test
    void a_technician_adds_a_customer_and_changes_it() {
        var made = giulia.post(
                "/customers",
                Map.of("code", "MI 1", "name", "Acme <b>", "domains", "acme.it\nacme.com", "language", "it"));
        assertThat(made.headers().firstValue("Location")).contains("/customers/MI%201");

        var screen = giulia.get("/customers/MI%201").body();
        assertThat(screen).contains("Acme &lt;b&gt;", "acme.com", "Customer MI 1 added", "Giulia Bianchi");

        giulia.post("/customers/MI%201", Map.of("name", "Acme 2", "domains", "acme.it", "version", "1"));
        assertThat(customers.byCode("MI1").orElseThrow())
                .returns("Acme 2", Customer::name)
                .returns(null, Customer::language)
                .returns(List.of("acme.it"), Customer::domains);
    }

    @Test
    void a_field_that_cannot_be_so_is_told_beside_it() {
        var answer = giulia.post(
                "/customers", Map.of("name", "Acme", "domains", "acme.it, gmail.com"), "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("data-field=\"domains[1]\"", "gmail.com");
    }

    @Test
    void who_saves_over_a_colleague_is_told() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme"));
        giulia.post("/customers/ACME", Map.of("name", "Acme 2", "version", "1"));

        var late = giulia.post("/customers/ACME", Map.of("name", "Acme 3", "version", "1"), "HX-Request", "true");

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(customers.byCode("ACME").orElseThrow().name()).isEqualTo("Acme 2");
    }

    @Test
    void a_customer_is_removed_with_a_reason_and_one_with_tickets_stays() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme"));
        assertThat(giulia.get("/customers/ACME/edit").body()).contains("/customers/ACME/removal", "hx-confirm");

        assertThat(giulia.post("/customers/ACME/removal", Map.of("reason", " "), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(422);
        assertThat(giulia.post("/customers/ACME/removal", Map.of("reason", "Twice in the list"))
                        .headers()
                        .firstValue("Location"))
                .contains("/customers");

        assertThat(customers.byCode("ACME")).isEmpty();
        assertThat(db.sql(
                                "select data ->> 'reason' from timeline.entry where kind = 'customers.removed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Twice in the list");
    }

    @Test
    void people_and_platforms_are_added_changed_and_taken_away() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme", "timeZone", "Europe/Rome"));
        giulia.post(
                "/customers/ACME/contacts", Map.of("name", "Marta", "emails", "marta@acme.it", "phones", "06 1234567"));
        giulia.post("/customers/ACME/platforms", Map.of("name", "Shop", "url", "https://shop.acme.it"));

        var screen = giulia.get("/customers/ACME").body();
        assertThat(screen).contains("Marta", "+39 06 123 4567", "https://shop.acme.it");

        var marta = customers.contactByAddress("marta@acme.it").orElseThrow();
        giulia.post(
                "/customers/ACME/contacts/" + marta.id(),
                Map.of("name", "Marta Rossi", "emails", "marta@acme.it\nm@acme.it", "version", "1"));
        assertThat(customers.contactByAddress("m@acme.it").orElseThrow().name()).isEqualTo("Marta Rossi");

        giulia.post("/customers/ACME/contacts/" + marta.id() + "/removal", Map.of());
        assertThat(customers.contactByAddress("m@acme.it")).isEmpty();
        var shop = customers.byCode("ACME").orElseThrow().platforms().getFirst();
        assertThat(giulia.get("/customers/ACME/platforms/" + shop.id()).statusCode())
                .isEqualTo(200);
        giulia.post("/customers/ACME/platforms/" + shop.id() + "/removal", Map.of());
        assertThat(customers.byCode("ACME").orElseThrow().platforms()).isEmpty();
    }

    @Test
    void the_list_and_the_palette_find_a_customer_by_its_people() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme"));
        giulia.post("/customers/ACME/contacts", Map.of("name", "Marta Rossi"));

        await().until(() -> giulia.get("/customers?q=marta").body().contains("/customers/ACME"));
        assertThat(giulia.get("/palette?q=marta").body()).contains("/customers/ACME");
        assertThat(giulia.get("/customers?q=unicorn").body()).contains("Nothing found");
    }

    @Test
    void every_form_is_there_in_both_languages() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme"));
        for (var path : new String[] {
            "/customers/new", "/customers/ACME/edit", "/customers/ACME/contacts/new", "/customers/ACME/platforms/new"
        }) {
            assertThat(giulia.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(giulia.get("/customers/NOBODY").statusCode()).isEqualTo(404);
        db.sql("update staff.technician set language = 'it'").update();
        assertThat(giulia.get("/customers/new").body()).contains("Nuovo cliente");
    }

    @Test
    void a_file_is_checked_and_then_taken() {
        var cast = new Cast(context);
        var manager = cast.browserOf(cast.hired("Paola Verdi", Role.MANAGER));
        manager.readMark(manager.get("/customers/import").body());
        var checked = upload(manager, "true");
        assertThat(checked).contains("Nothing was changed", "1 added", "gmail.com");
        assertThat(customers.byCode("ACME")).isEmpty();

        assertThat(upload(manager, "false")).contains("1 added");
        assertThat(customers.byCode("ACME")).isPresent();
        assertThat(giulia.get("/customers/import").statusCode()).isEqualTo(403);
    }

    private static String upload(Browser browser, String rehearsal) {
        var body = """
                --x\r
                Content-Disposition: form-data; name="rehearsal"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="customers.csv"\r
                Content-Type: text/csv\r
                \r
                code,name,domains
                ACME,Acme,acme.it
                BETA,Beta,gmail.com
                \r
                --x--\r
                """.formatted(rehearsal, browser.mark());
        return browser.send(browser.request("/customers/import", "Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    @Test
    void an_auditor_looks_and_is_offered_nothing_to_change() {
        giulia.post("/customers", Map.of("code", "ACME", "name", "Acme"));
        var cast = new Cast(context);
        var auditor = cast.browserOf(cast.hired("Ugo Gallo", Role.AUDITOR));

        assertThat(auditor.get("/customers/ACME").body()).contains("Acme").doesNotContain("/edit", "/contacts/new");
        assertThat(auditor.post("/customers/ACME", Map.of("name", "X")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_file_that_was_checked_is_taken_without_choosing_it_again() {
        var cast = new Cast(context);
        var manager = cast.browserOf(cast.hired("Paola Verdi", Role.MANAGER));
        manager.readMark(manager.get("/customers/import").body());
        var checked = upload(manager, "true");
        var from = checked.indexOf("name=\"kept\" value=\"") + 19;

        assertThat(checked).contains("Import customers.csv");
        var kept = checked.substring(from, from + 64);
        var taken =
                manager.post("/customers/import", Map.of("kept", kept, "name", "customers.csv", "rehearsal", "false"));

        assertThat(taken.body()).contains("1 added").doesNotContain("Import customers.csv");
        assertThat(customers.byCode("ACME")).isPresent();
        assertThat(manager.post("/customers/import", Map.of("kept", "0".repeat(64), "rehearsal", "false"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(manager.post("/customers/import", Map.of("kept", "../../etc/passwd", "rehearsal", "false"))
                        .statusCode())
                .isEqualTo(422);
    }
}
