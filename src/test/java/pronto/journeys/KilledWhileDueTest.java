package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.bench.DueClocks;
import pronto.people.Started;
import pronto.runtime.database.TestDatabases;

/** A node is killed while warnings and breaches are due: each is told once, none early. */
class KilledWhileDueTest {

    private static final int MANY = 1_000;

    @TempDir
    private Path files;

    @Test
    void each_warning_and_each_breach_is_told_once_though_a_node_is_killed_among_them() throws Exception {
        var database = TestDatabases.fresh();
        var settings = new ArrayList<>(List.of(
                        "--pronto.database.url=" + database.url(),
                        "--pronto.database.user=" + database.user(),
                        "--pronto.database.password=" + database.password(),
                        "--pronto.files=file:" + files,
                        "--pronto.key=" + "A".repeat(43) + "="))
                .toArray(String[]::new);
        var one = Started.on(Started.emptyHome(), settings);
        try (var other = Started.on(Started.emptyHome(), settings);
                var connection = database.open("test")) {
            assertThat(other.address()).isNotNull();
            try (var statement = connection.createStatement()) {
                statement.execute("set pronto.scope = 'all'");
            }
            DueClocks.write(connection, MANY, 10);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> DueClocks.marks(connection) > 0);
            one.kill();

            await().atMost(Duration.ofSeconds(180)).until(() -> DueClocks.marks(connection) >= 4L * MANY);

            var told = DueClocks.told(connection);
            System.out.println("With a node killed among them: " + told);
            for (var percent : List.of("50%", "75%", "90%", "100%")) {
                assertThat(told).containsEntry(percent, (long) MANY);
            }
            assertThat(told)
                    .containsEntry("early", 0L)
                    .containsEntry("twice", 0L)
                    .containsEntry("entries", 4L * MANY);
        }
    }
}
