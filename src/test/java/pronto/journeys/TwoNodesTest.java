package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import pronto.Pronto;
import pronto.people.Cast;
import pronto.people.FreePort;
import pronto.people.Postman;
import pronto.runtime.database.Connections;
import pronto.runtime.database.TestDatabases;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.Tickets;

/** Two nodes share one database: what one does the other shows, and what only one may do only one does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

    private final Connections database = TestDatabases.fresh();
    private final int smtp = FreePort.next();
    private final Path files = folder("files-");
    private final ConfigurableApplicationContext one;
    private final ConfigurableApplicationContext other;

    TwoNodesTest() throws IOException {
        one = node("--pronto.mail.smtp.port=" + smtp);
        other = node("--pronto.mail.smtp.port=-1");
    }

    @AfterAll
    void end() {
        other.close();
        one.close();
    }

    @Test
    void a_mail_that_one_takes_is_on_the_screen_of_the_other_by_itself() throws Exception {
        var giulia = new Cast(other).browserOf(new Cast(other).giulia());
        var heard = new ConcurrentLinkedQueue<String>();
        var cookie = giulia.cookie();
        var stream = HttpRequest.newBuilder(URI.create(address(other) + "/live?topics=ticket"))
                .header("Cookie", cookie == null ? "" : cookie)
                .build();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = client.send(stream, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            var reading = threads.submit(() -> answer.body().forEach(heard::add));

            var letter = Postman.Letter.write("two-nodes", RandomGenerator.getDefault());
            assertThat(new Postman(smtp).bring(letter)).isEqualTo(Postman.Outcome.TAKEN);

            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> heard.stream().anyMatch(line -> line.contains("ticket:")));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(giulia.get("/").body()).contains("two-nodes"));
            client.shutdownNow();
            reading.cancel(true);
        }
    }

    @Test
    void what_comes_between_the_drawing_of_a_page_and_its_stream_is_told_when_the_stream_begins() throws Exception {
        var giulia = new Cast(other).browserOf(new Cast(other).giulia());
        var page = giulia.get("/").body();
        var from = page.indexOf("data-at=\"") + "data-at=\"".length();
        var drawnAt = page.substring(from, page.indexOf('"', from));
        var letter = Postman.Letter.write("in-between", RandomGenerator.getDefault());
        assertThat(new Postman(smtp).bring(letter)).isEqualTo(Postman.Outcome.TAKEN);
        await().untilAsserted(() -> assertThat(giulia.get("/").body()).contains("in-between"));

        assertThat(heardFirst(giulia.request("/live?topics=ticket&after=" + drawnAt)))
                .startsWith("data:ticket:")
                .doesNotContain("*");
        // Of a place that nobody knows, everything may have been missed.
        assertThat(heardFirst(giulia.request("/live?topics=ticket&after=nonsense")))
                .isEqualTo("data:ticket:*");
    }

    private static String heardFirst(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var lines = client.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .iterator();
            for (var line = lines.next(); !line.equals("event:changed"); line = lines.next()) {
                assertThat(line).doesNotContain("in-between");
            }
            var data = lines.next();
            client.shutdownNow();
            return data;
        }
    }

    @Test
    void each_shows_both_to_an_administrator() throws Exception {
        var cast = new Cast(other);
        var screen = cast.browserOf(cast.hired("Ines", Role.ADMINISTRATOR)).get("/settings/nodes");

        assertThat(screen.statusCode()).isEqualTo(200);
        for (var node : List.of(one, other)) {
            assertThat(screen.body()).contains(address(node).replace("127.0.0.1", "localhost"));
        }
    }

    @Test
    void of_fifty_who_take_a_ticket_at_both_nodes_one_wins() throws Exception {
        var opener = new Cast(one).program(Scope.ADMIN);
        var code = opener.post("/api/v1/tickets", """
                        {"subject": "Who is first?", "body": "All of you.", "channel": "api",
                         "from": {"email": "marta@customer.example"}}
                        """).json().path("code").asString();
        var people = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            people.add(new Cast(one).hired("Person " + i, Role.TECHNICIAN).email());
        }
        var programs = List.of(new Cast(one).program(Scope.ADMIN), new Cast(other).program(Scope.ADMIN));
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people.size(); i++) {
                var program = programs.get(i % 2);
                var body = "{\"technician\": \"" + people.get(i) + "\"}";
                threads.submit(() -> statuses.add(program.post("/api/v1/tickets/" + code + "/pickup", body)
                        .status()));
            }
        }

        assertThat(statuses).hasSize(50);
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(other.getBean(Tickets.class).byCode(code).technician()).isNotNull();
    }

    private ConfigurableApplicationContext node(String... settings) {
        var all = new ArrayList<>(List.of(
                "--pronto.home=" + folder("node-"),
                "--pronto.database.url=" + database.url(),
                "--pronto.database.user=" + database.user(),
                "--pronto.database.password=" + database.password(),
                "--pronto.files=file:" + files,
                "--pronto.key=" + "A".repeat(43) + "=",
                "--pronto.http.port=0",
                "--pronto.mail.lmtp.port=-1"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(Pronto.class).run(all.toArray(String[]::new));
    }

    private static String address(ConfigurableApplicationContext node) {
        var server = ((WebServerApplicationContext) node).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the node has no web server");
        }
        return "http://127.0.0.1:" + server.getPort();
    }

    private static Path folder(String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), prefix)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
