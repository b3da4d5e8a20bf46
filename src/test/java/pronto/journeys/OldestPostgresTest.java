package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pronto.people.FreePort;
import pronto.people.Postman;
import pronto.people.Postman.Letter;
import pronto.people.Postman.Outcome;
import pronto.people.Started;
import pronto.runtime.database.Connections;
import pronto.runtime.database.DebianPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on the oldest PostgreSQL that we promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldestPostgresTest {

    private final DebianPostgres debian = DebianPostgres.start();

    @AfterAll
    void end() {
        debian.close();
    }

    @Test
    void a_mail_becomes_a_ticket_and_is_answered() throws Exception {
        var database = debian.database("journey");
        var home = Started.emptyHome();
        var smtp = FreePort.next();
        var settings = settings(database);
        settings.add("--pronto.mail.smtp.port=" + smtp);
        try (var program = Started.on(home, settings.toArray(String[]::new))) {
            assertThat(program.said()).doesNotContain("warning");
            var token = command(home.toString(), database, "token", "create", "journey");
            command(
                    home.toString(),
                    database,
                    "user",
                    "create",
                    "ada@example.com",
                    "--name",
                    "Ada",
                    "--role",
                    "technician");
            var letter = Letter.write("printer-burns", RandomGenerator.getDefault());
            assertThat(new Postman(smtp).bring(letter)).isEqualTo(Outcome.TAKEN);

            var code = await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> ask(program, token, "GET", "/api/v1/tickets?q=printer-burns", null)
                                    .path("items")
                                    .path(0)
                                    .path("code")
                                    .asString(""),
                            found -> !found.isEmpty());
            ask(program, token, "POST", "/api/v1/tickets/" + code + "/pickup", "{\"technician\": \"ada@example.com\"}");
            ask(
                    program,
                    token,
                    "POST",
                    "/api/v1/tickets/" + code + "/messages",
                    "{\"kind\": \"message\", \"text\": \"Water.\"}");

            var messages = ask(program, token, "GET", "/api/v1/tickets/" + code + "/messages", null)
                    .path("items");
            assertThat(messages.toString()).contains("Water.", "\"queued\"");
            assertThat(ask(program, token, "GET", "/api/v1/tickets/" + code, null)
                            .path("state")
                            .asString())
                    .isEqualTo("inWork");
        }
    }

    @Test
    void a_role_that_walls_do_not_hold_for_is_warned_of() throws Exception {
        var database = debian.asSuperuser(debian.database("unwalled"));
        try (var program = Started.on(Started.emptyHome(), settings(database).toArray(String[]::new))) {
            assertThat(program.said()).contains("warning   The database role postgres is a superuser");
        }
    }

    @Test
    void data_of_an_older_program_are_migrated_and_that_is_said() throws Exception {
        var database = debian.database("older");
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .defaultSchema("runtime")
                .schemas("runtime")
                .target("6")
                .load()
                .migrate();
        try (var program = Started.on(Started.emptyHome(), settings(database).toArray(String[]::new))) {
            assertThat(program.said()).contains("migrated  the data from schema 0006 to ", "knowledge, tickets");
        }
    }

    private static List<String> settings(Connections database) {
        return new ArrayList<>(List.of(
                "--pronto.database.url=" + database.url(),
                "--pronto.database.user=" + database.user(),
                "--pronto.database.password=" + database.password()));
    }

    private static String command(String home, Connections database, String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(settings(database));
        line.addAll(List.of("--home", home));
        var command = Started.command(line.toArray(String[]::new));
        assertThat(command.awaitEnd()).as(command.said()).isZero();
        return command.said().strip();
    }

    private static JsonNode ask(
            Started program, String token, String method, String path, @org.jspecify.annotations.Nullable String body)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(program.address().resolve(path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
            return JsonMapper.shared().readTree(answer.body());
        }
    }
}
