package pronto.runtime;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pronto.people.Started;

/** What an operator does to it, and what happens to it: the program as a process, with a database of its own. */
class OperationTest {

    private final Path home = Started.emptyHome();

    @Test
    void it_ends_on_a_signal_in_under_five_seconds_with_its_database_and_status_zero() throws IOException {
        var program = Started.on(home);
        var database = postmaster();

        var asked = Instant.now();
        var status = program.terminate();

        assertThat(status).isZero();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(ofSeconds(5));
        assertThat(lives(database)).isFalse();
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_with_a_sentence() {
        try (var first = Started.on(home);
                var second = Started.command("run", "--home", home.toString(), "--pronto.http.port=0")) {
            assertThat(second.awaitEnd()).isOne();
            assertThat(second.said())
                    .contains("Another Pronto runs on the folder " + home)
                    .doesNotContain("\tat ");
            assertThat(first.address()).isNotNull();
        }
    }

    @Test
    void after_a_kill_the_next_start_goes_on_with_the_database_left_behind() throws SQLException, IOException {
        var killed = Started.on(home);
        write("before");
        var database = postmaster();

        killed.kill();
        assertThat(lives(database)).as("an orphan is left").isTrue();

        try (var next = Started.on(home)) {
            assertThat(postmaster()).isEqualTo(database);
            assertThat(written()).isEqualTo("before");
            assertThat(next.address()).isNotNull();
        }
    }

    @Test
    void a_database_that_is_killed_is_started_again_and_nothing_is_lost() throws Exception {
        try (var program = Started.on(home)) {
            write("before");
            var database = postmaster();

            ProcessHandle.of(database).orElseThrow().destroyForcibly();

            await().atMost(ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                assertThat(postmaster()).isNotEqualTo(database);
                assertThat(written()).isEqualTo("before");
                assertThat(status(program, "/actuator/health/readiness")).isEqualTo(200);
            });
        }
    }

    @Test
    void the_embedded_database_keeps_its_promises() throws SQLException, IOException {
        try (var program = Started.on(home)) {
            assertThat(program.address()).isNotNull();
            assertThat(ask("show fsync")).isEqualTo("on");
            assertThat(ask("show synchronous_commit")).isEqualTo("on");
            assertThat(ask("show full_page_writes")).isEqualTo("on");
            assertThat(ask("show data_checksums")).isEqualTo("on");
            assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask("show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask("select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void an_unknown_setting_stops_the_start_with_a_sentence() {
        var program = Started.command("run", "--home", home.toString(), "--pronto.htpp.port=8080");

        assertThat(program.awaitEnd()).isEqualTo(2);
        assertThat(program.said())
                .contains("There is no setting pronto.htpp.port")
                .doesNotContain("\tat ");
    }

    @Test
    void data_of_a_newer_program_are_refused_and_left_alone() throws SQLException, IOException {
        try (var program = Started.on(home)) {
            assertThat(program.address()).isNotNull();
            execute("""
                    insert into runtime.flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 1, 'pronto', 1, true)
                    """);
        }

        var older = Started.command("run", "--home", home.toString(), "--pronto.http.port=0");

        assertThat(older.awaitEnd()).isOne();
        assertThat(older.said()).contains("newer Pronto (schema 9999)").doesNotContain("\tat ");
    }

    private static boolean lives(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        // One that ended but whose parent has not asked yet is a name without a process.
        return Files.exists(status) && !Files.readString(status).contains("State:\tZ");
    }

    private static int status(Started program, String path) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(program.address().resolve(path)).build();
            return browser.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            return -1;
        }
    }

    private void write(String word) throws SQLException, IOException {
        execute("insert into runtime.change (topic, key, at) values ('test', '" + word + "', clock_timestamp())");
    }

    private String written() throws SQLException, IOException {
        return ask("select key from runtime.change where topic = 'test'");
    }

    private void execute(String sql) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return Started.database(home);
    }
}
