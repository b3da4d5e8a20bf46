package pronto.customers.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Scope;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CustomersApiTest extends RealDatabase {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String ACME = CUSTOMERS + "/by-code/ACME";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    private Program program;

    @BeforeEach
    void connect() {
        Emptied.of(db, "customers.customer");
        program = new Cast(context).program(Scope.ADMIN);
    }

    @Test
    void a_put_makes_the_customer_and_then_changes_it() {
        var made = program.put(ACME, """
                {"name": "Acme S.p.A.", "plan": "Gold", "language": "it", "timeZone": "Europe/Rome",
                 "domains": ["Acme.it"], "externalId": "4711", "platforms": [{"name": "Shop", "externalId": "p1"}]}
                """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(CUSTOMERS + "/ACME");
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        var changed = program.put(ACME, "{\"plan\": null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        var id = made.json().at("/platforms/0/id").asString();
        assertThat(changed.response().body())
                .isEqualTo("{\"code\":\"ACME\",\"name\":\"Acme S.p.A.\",\"plan\":null,\"language\":\"it\","
                        + "\"timeZone\":\"Europe/Rome\",\"domains\":[\"acme.it\"],\"externalId\":\"4711\","
                        + "\"platforms\":[{\"id\":\"" + id
                        + "\",\"name\":\"Shop\",\"url\":null,\"externalId\":\"p1\",\"runsOn\":[]}]}");
    }

    @Test
    void of_many_who_put_one_external_id_at_once_one_makes_it_and_the_others_find_it() throws Exception {
        var statuses = atOnce(n -> program.put(ACME, "{\"name\": \"Acme\", \"externalId\": \"4711\"}"));

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(statuses.size() - 1);
    }

    @Test
    void of_many_customers_with_one_external_id_one_has_it_and_the_others_are_told() throws Exception {
        var statuses = atOnce(
                n -> program.put(CUSTOMERS + "/by-code/C" + n, "{\"name\": \"Acme\", \"externalId\": \"4711\"}"));

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(statuses.size() - 1);
    }

    @Test
    void of_many_contacts_with_one_external_id_one_has_it_and_the_others_are_told() throws Exception {
        program.put(ACME, "{\"name\": \"Acme\"}");

        var posted =
                atOnce(n -> program.post(CUSTOMERS + "/ACME/contacts", "{\"name\": \"Marta\", \"externalId\": \"7\"}"));
        var put = atOnce(n -> program.put(CUSTOMERS + "/ACME/contacts", "{\"name\": \"Pia\", \"externalId\": \"8\"}"));

        assertThat(posted).containsOnlyOnce(201);
        assertThat(posted.stream().filter(status -> status == 409)).hasSize(posted.size() - 1);
        assertThat(put).containsOnlyOnce(201);
        assertThat(put.stream().filter(status -> status == 200)).hasSize(put.size() - 1);
    }

    private static List<Integer> atOnce(IntFunction<Program.Answer> asking) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(IntStream.range(0, 16)
                            .<Callable<Integer>>mapToObj(
                                    n -> () -> asking.apply(n).status())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void what_was_read_may_be_sent_back() {
        program.put(ACME, "{\"name\": \"Acme\", \"platforms\": [{\"name\": \"Shop\"}]}");
        var read = program.get(CUSTOMERS + "/acme");

        var back = program.put(ACME, read.response().body());

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.response().body()).isEqualTo(read.response().body());
        assertThat(back.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}                                               | missing           | name",
                "{\"name\": \"A\", \"naem\": 1}                   | unknown-field     | naem",
                "{\"name\": \"A\", \"domains\": [\"gmail.com\"]}  | public-domain     | domains[0]",
                "{\"name\": \"A\", \"domains\": \"a.it\"}         | unreadable-field  | domains",
                "{\"name\": \"A\", \"domains\": [null]}           | missing           | domains[0]",
                "{\"name\": \"A\", \"timeZone\": \"Mars\"}        | time-zone-unknown | timeZone",
                "{\"name\": \"A\", \"language\": \"fr\"}          | language-unknown  | language",
                "{\"name\": \"A\", \"code\": \"BETA\"}            | code-differs      | code",
                "{\"name\": \"A\", \"platforms\": [{}]}           | missing           | platforms[0].name",
            })
    void a_field_that_cannot_be_so_is_named(String body, String problem, String field) {
        var answer = program.put(ACME, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(program.get(CUSTOMERS + "/ACME").status()).isEqualTo(404);
    }

    @Test
    void a_domain_of_another_customer_is_a_conflict_that_names_it() {
        program.put(ACME, "{\"name\": \"Acme\", \"domains\": [\"acme.it\"]}");

        var answer = program.put(CUSTOMERS + "/by-code/BETA", "{\"name\": \"Beta\", \"domains\": [\"acme.it\"]}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("domain-taken");
        assertThat(answer.json().path("owner").asString()).isEqualTo("ACME");
    }

    @Test
    void a_program_that_saw_an_older_version_is_refused() {
        program.put(ACME, "{\"name\": \"Acme\"}");
        program.put(ACME, "{\"name\": \"Acme 2\"}", "If-Match", "\"1\"");

        var late = program.patch(CUSTOMERS + "/ACME", "{\"name\": \"Acme 3\"}", "If-Match", "\"1\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(program.get(CUSTOMERS + "/ACME").json().path("name").asString())
                .isEqualTo("Acme 2");
    }

    @Test
    void a_customer_without_a_code_gets_one_of_ours() {
        var made = program.post(CUSTOMERS, "{\"name\": \"Beta\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("code").asString()).matches("C-[0-9]+[FHKMQRTWXYA]");
        assertThat(program.get(place(made)).json()).isEqualTo(made.json());
    }

    @ParameterizedTest
    @CsvSource({"MI 001, MI%20001", "A;B, A%3BB", "à+b, %C3%A0+b", "R&S, R&S", "(x), (x)"})
    void every_code_of_the_vendors_has_an_address(String code, String address) {
        var made = program.put(CUSTOMERS + "/by-code/" + address, "{\"name\": \"Odd\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("code").asString()).isEqualTo(code);
        assertThat(program.get(place(made)).status()).isEqualTo(200);
    }

    @Test
    void a_list_goes_on_where_it_ended() {
        for (var name : new String[] {"Delta", "Alfa", "Charlie", "Bravo"}) {
            program.post(CUSTOMERS, "{\"name\": \"" + name + "\"}");
        }
        var first = program.get(CUSTOMERS + "?limit=3");
        var second = program.get(
                CUSTOMERS + "?limit=3&cursor=" + first.json().path("next").asString());

        assertThat(first.json().path("items").findValuesAsString("name")).containsExactly("Alfa", "Bravo", "Charlie");
        assertThat(second.json().path("items").findValuesAsString("name")).containsExactly("Delta");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(program.get(CUSTOMERS + "?q=char").json().path("items").findValuesAsString("name"))
                .containsExactly("Charlie");
    }

    @Test
    void contacts_are_put_by_external_id_or_address() {
        program.put(ACME, "{\"name\": \"Acme\", \"timeZone\": \"Europe/Rome\"}");
        var contacts = CUSTOMERS + "/ACME/contacts";

        var made = program.put(
                contacts,
                "{\"name\": \"Marta\", \"emails\": [\"Marta@Acme.it\"], \"phones\": [\"06 1234567\"], \"role\": \"IT\"}");
        var same = program.put(
                contacts, "{\"externalId\": \"7\", \"emails\": [\"marta@acme.it\", \"m@acme.it\"], \"role\": null}");
        var again = program.put(contacts, "{\"externalId\": \"7\", \"name\": \"Marta Rossi\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(same.status()).isEqualTo(200);
        assertThat(again.response().body())
                .isEqualTo("{\"id\":\"" + made.json().path("id").asString()
                        + "\",\"name\":\"Marta Rossi\",\"emails\":[\"marta@acme.it\",\"m@acme.it\"],"
                        + "\"phones\":[\"+39061234567\"],\"language\":null,\"role\":null,\"externalId\":\"7\"}");
        assertThat(program.get(contacts).json().path("items")).hasSize(1);
        assertThat(program.delete(place(made)).status()).isEqualTo(204);
        assertThat(program.get(place(made)).status()).isEqualTo(404);
    }

    @Test
    void a_contact_is_not_found_at_another_customers() {
        program.put(ACME, "{\"name\": \"Acme\"}");
        program.put(CUSTOMERS + "/by-code/BETA", "{\"name\": \"Beta\"}");
        var marta = program.post(CUSTOMERS + "/ACME/contacts", "{\"name\": \"Marta\"}");

        var elsewhere = place(marta).replace("ACME", "BETA");

        assertThat(program.get(elsewhere).status()).isEqualTo(404);
        assertThat(program.patch(elsewhere, "{\"name\": \"X\"}").status()).isEqualTo(404);
        assertThat(program.delete(elsewhere).status()).isEqualTo(404);
    }

    @Test
    void a_platform_cannot_take_the_name_of_another_but_two_may_change_theirs() {
        program.put(ACME, """
                {"name": "Acme", "platforms": [{"name": "Shop", "externalId": "p1"}, {"name": "Till", "externalId": "p2"}]}
                """);

        var taken = program.put(CUSTOMERS + "/ACME/platforms", "{\"name\": \"Shop\", \"externalId\": \"p2\"}");
        var swapped = program.put(ACME, """
                {"platforms": [{"name": "Till", "externalId": "p1"}, {"name": "Shop", "externalId": "p2"}]}
                """);

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("platform-taken");
        assertThat(taken.json().path("field").asString()).isEqualTo("name");
        assertThat(swapped.status()).isEqualTo(200);
        assertThat(swapped.json().at("/platforms/0/name").asString()).isEqualTo("Till");
    }

    @Test
    void of_many_who_put_one_platform_at_once_one_makes_it_and_the_others_find_it() throws Exception {
        program.put(ACME, "{\"name\": \"Acme\"}");

        var statuses = atOnce(n -> program.put(CUSTOMERS + "/ACME/platforms", "{\"name\": \"Shop\"}"));

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(statuses.size() - 1);
    }

    @Test
    void platforms_are_put_and_taken_away_one_by_one() {
        program.put(ACME, "{\"name\": \"Acme\"}");
        var platforms = CUSTOMERS + "/ACME/platforms";
        program.put(platforms, "{\"name\": \"Shop\", \"externalId\": \"p1\", \"url\": \"https://shop.acme.it\"}");

        program.put(platforms, "{\"externalId\": \"p1\", \"name\": \"Web shop\"}");

        var platform = program.get(platforms).json().path("items").path(0);
        assertThat(platform.path("name").asString()).isEqualTo("Web shop");
        assertThat(platform.path("url").asString()).isEqualTo("https://shop.acme.it");
        assertThat(program.delete(platforms + "/" + platform.path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(program.get(platforms).json().path("items")).isEmpty();
    }

    @Test
    void a_file_tells_what_became_of_its_lines() {
        var file = "code,name,domains\nACME,Acme,acme.it\nBETA,Beta,gmail.com\n";

        var rehearsed = program.post(CUSTOMERS + "/import?dryRun=true", file);
        assertThat(program.get(CUSTOMERS + "/ACME").status()).isEqualTo(404);
        var taken = program.post(CUSTOMERS + "/import", file, "Accept-Language", "it", "Idempotency-Key", "once");

        assertThat(rehearsed.json().path("added").asInt()).isOne();
        assertThat(taken.response().body())
                .isEqualTo("{\"dryRun\":false,\"added\":1,\"changed\":0,\"unchanged\":0,\"refused\":1,\"errors\":[{"
                        + "\"line\":3,\"field\":\"domains[0]\",\"problem\":\"public-domain\",\"detail\":"
                        + "\"Chiunque può avere un indirizzo su gmail.com: non può essere di un solo cliente."
                        + " Aggiungi invece l’indirizzo a un contatto.\"}]}");
        assertThat(program.get(CUSTOMERS + "/ACME").status()).isEqualTo(200);
    }

    @Test
    void who_may_only_read_writes_nothing() {
        var reader = new Cast(context).program(Scope.READ);

        assertThat(reader.get(CUSTOMERS).status()).isEqualTo(200);
        assertThat(reader.put(ACME, "{\"name\": \"Acme\"}").status()).isEqualTo(403);
        assertThat(new Cast(context)
                        .program(Scope.WRITE)
                        .post(CUSTOMERS + "/import", "code\n")
                        .status())
                .isEqualTo(403);
    }

    private static String place(Program.Answer made) {
        return Objects.requireNonNull(made.header("Location"));
    }
}
