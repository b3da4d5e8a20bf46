package pronto.runtime.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One embedded PostgreSQL for the tests of one JVM; each database is a copy of one that is already migrated. */
public final class TestDatabases {

    private static final String TEMPLATE = "template_of_tests";
    private static final AtomicInteger number = new AtomicInteger();
    /** Held until this JVM ends. */
    private static final List<FolderLock> locks = new ArrayList<>();

    private static final TestDatabases one = start();

    private final Cluster cluster;
    private final int port;

    private TestDatabases(Cluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /** A database that nobody has written to yet. */
    public static Connections fresh() {
        var name = "test_" + number.incrementAndGet();
        one.create(name, TEMPLATE);
        return one.cluster.connections(one.port, name);
    }

    /** A database without anything in it, not even our schema. */
    public static Connections empty() {
        var name = "test_" + number.incrementAndGet();
        one.create(name, "template0");
        return one.cluster.connections(one.port, name);
    }

    /** A connection to it with every right there is, as nobody has who runs the program. */
    public static Connection asOwner(Connections database) throws SQLException {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return one.cluster.asOwner(one.port, name);
    }

    private static TestDatabases start() {
        try {
            var folder = freeFolder();
            // Nothing here must outlive a power cut.
            var cluster = new Cluster(
                    folder.resolve("database"),
                    Path.of("target/programs").toAbsolutePath(),
                    List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
            var port = cluster.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cluster)));
            var databases = new TestDatabases(cluster, port);
            databases.dropLeftOvers();
            databases.create(TEMPLATE, "template0");
            databases.migrate();
            return databases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first folder that no other test run holds. */
    private static Path freeFolder() throws IOException {
        for (int i = 1; ; i++) {
            var folder = Path.of("target/test-database-" + i).toAbsolutePath();
            var lock = FolderLock.take(folder.resolve("lock"));
            if (lock.isPresent()) {
                locks.add(lock.get());
                return folder;
            }
        }
    }

    private static void stop(Cluster cluster) {
        try {
            cluster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void migrate() {
        var template = cluster.connections(port, TEMPLATE);
        Flyway.configure()
                .dataSource(template.url(), template.user(), template.password())
                .defaultSchema("runtime")
                .schemas("runtime")
                .load()
                .migrate();
    }

    private void dropLeftOvers() {
        asOwner(connection -> {
            var names = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select datname from pg_database where datname = '" + TEMPLATE
                            + "' or datname like 'test\\_%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            try (var statement = connection.createStatement()) {
                for (var name : names) {
                    statement.execute("drop database " + name + " with (force)");
                }
            }
        });
    }

    private synchronized void create(String name, String template) {
        asOwner(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create database " + name + " owner pronto template " + template
                        + (template.equals("template0") ? "" : " strategy file_copy"));
            }
        });
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void asOwner(Work work) {
        try (var connection = cluster.asOwner(port, "postgres")) {
            work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
