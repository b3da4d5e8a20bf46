package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.people.Started;
import pronto.runtime.database.Connections;
import pronto.runtime.database.TestDatabases;

/** Two programs on one database, of which one dies without a word: the other goes on with what it held. */
class KilledNodeTest {

    /** The lease, and what a slow machine takes to notice; how soon it was is printed. */
    private static final Duration LEASE = Duration.ofSeconds(15).plusSeconds(20);

    @TempDir
    private Path files;

    private final Connections database = TestDatabases.fresh();

    @Test
    void what_a_killed_node_held_is_taken_over_within_its_lease() throws Exception {
        try (var relay = new HangingRelay()) {
            var settings = settings("--pronto.mail.relay=smtp://127.0.0.1:" + relay.port());
            var one = Started.on(Started.emptyHome(), settings);
            openTicket(one);
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.callers() == 1);
            try (var other = Started.on(Started.emptyHome(), settings)) {
                assertThat(one("select count(*) from runtime.node")).isEqualTo("2");
                assertThat(one("select string_agg(url, ' ') from runtime.node"))
                        .contains(one.address().toString(), other.address().toString());
                relay.goOn();

                one.kill();
                var killed = Instant.now();
                heldByTheDead("files-sweep");

                await().atMost(LEASE).until(() -> relay.taken() > 0);
                System.out.printf("The mail of a killed node left after %d s%n", seconds(killed));
                await().atMost(LEASE)
                        .until(() -> one("select count(*) from runtime.node").equals("1"));
                System.out.printf("A killed node was gone after %d s%n", seconds(killed));
                await().atMost(LEASE.plusSeconds(15))
                        .until(() -> one("select picked from runtime.scheduled_tasks where task_name = 'files-sweep'")
                                .equals("f"));
                System.out.printf("The job of a killed node was taken over after %d s%n", seconds(killed));
                await().untilAsserted(
                                () -> assertThat(one("select string_agg(distinct state, ' ') from channels.delivery"))
                                        .isEqualTo("sent"));
            }
        }
    }

    private static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }

    /** As the job would stand there if it had just run. */
    private void heldByTheDead(String job) throws SQLException {
        try (var connection = database.open("test");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update runtime.scheduled_tasks set picked = true, picked_by = 'dead',"
                            + " last_heartbeat = clock_timestamp(), execution_time = clock_timestamp(),"
                            + " version = version + 1 where task_name = '" + job + "'"))
                    .isOne();
        }
    }

    private void openTicket(Started program) throws Exception {
        var command = Started.command(concat(
                List.of("token", "create", "test", "--home", Started.emptyHome().toString()), settings()));
        assertThat(command.awaitEnd()).as(command.said()).isZero();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(program.address().resolve("/api/v1/tickets"))
                            .header("Authorization", "Bearer " + command.said().strip())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("""
                                    {"subject": "It burns", "body": "Here.", "channel": "api",
                                     "from": {"email": "marta@customer.example"}}
                                    """))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            var code = answer.body().replaceAll("(?s).*?\"code\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            var reply = client.send(
                    HttpRequest.newBuilder(program.address().resolve("/api/v1/tickets/" + code + "/messages"))
                            .header("Authorization", "Bearer " + command.said().strip())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"message\", \"text\": \"Water.\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        }
    }

    private String one(String query) throws SQLException {
        try (var connection = database.open("test");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String[] settings(String... more) {
        return concat(
                List.of(
                        "--pronto.database.url=" + database.url(),
                        "--pronto.database.user=" + database.user(),
                        "--pronto.database.password=" + database.password(),
                        "--pronto.files=file:" + files,
                        "--pronto.key=" + "A".repeat(43) + "="),
                more);
    }

    private static String[] concat(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
