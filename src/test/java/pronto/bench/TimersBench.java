package pronto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.LockSupport;

/** Five thousand promises that run down in the same second, told by two nodes; and by one when the other is killed. */
final class TimersBench {

    private static final int MANY = 5_000;
    private static final int PROMISED = 20;

    private TimersBench() {}

    static Figures run(Path folder) throws Exception {
        var figures = new Figures("timers");
        for (var killed : new boolean[] {false, true}) {
            var home = folder.resolve(killed ? "killed" : "both");
            try (var one = Installation.start(home)) {
                var other = second(one, folder.resolve(killed ? "killed-other" : "both-other"));
                try (var database = one.database()) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("nodes", killed ? "one of two killed at half time" : "two");
                    DueClocks.write(database, MANY, PROMISED);
                    if (killed) {
                        LockSupport.parkNanos(
                                Duration.ofMillis(PROMISED * 500L + 300).toNanos());
                        ProcessHandle.of(other.pid()).ifPresent(ProcessHandle::destroyForcibly);
                    }
                    await(database);
                    row.putAll(DueClocks.told(database));
                    figures.row(row);
                } finally {
                    other.close();
                }
            }
        }
        figures.note(MANY + " clocks; \"latest\" is how long after its moment the last mark was told, by the database's"
                + " clock: when its transaction began, and when its entry was written.");
        return figures;
    }

    private static Installation second(Installation one, Path home) throws IOException, SQLException {
        try (var database = one.database()) {
            var key = Files.readString(one.home().resolve("master.key")).strip();
            return Installation.start(
                    home,
                    "--pronto.database.url=" + database.getMetaData().getURL(),
                    "--pronto.database.user=pronto",
                    "--pronto.database.password="
                            + Files.readAllLines(one.home().resolve("database/passwords"))
                                    .get(1),
                    "--pronto.files=file:" + one.home().resolve("files").toAbsolutePath(),
                    "--pronto.key=" + key);
        }
    }

    private static void await(Connection database) throws SQLException {
        var end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (DueClocks.marks(database) < 4 * MANY && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000_000);
        }
    }
}
