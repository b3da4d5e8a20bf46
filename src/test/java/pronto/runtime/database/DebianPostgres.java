package pronto.runtime.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The oldest PostgreSQL we promise to run on, as Debian packs it, run by somebody else than us. */
public final class DebianPostgres implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "of-the-test";

    private final Path folder;
    private final int port;

    private DebianPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Leaves the test out, loudly, where it is not installed. */
    public static DebianPostgres start() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAMS.resolve("postgres")),
                "PostgreSQL 15 is not installed (apt-get install postgresql-15)");
        try {
            var folder = Files.createTempDirectory("postgresql-15-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            int port;
            try (var socket = new java.net.ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            var server = new DebianPostgres(folder, port);
            server.run(
                    "initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
            server.run(
                    "pg_ctl",
                    "-D",
                    server.data(),
                    "-w",
                    "-l",
                    folder.resolve("log").toString(),
                    "-o",
                    "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder,
                    "start");
            try (var connection = DriverManager.getConnection(server.url("postgres"), "postgres", "");
                    var statement = connection.createStatement()) {
                statement.execute("create role pronto login password '" + PASSWORD + "'");
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty database that belongs to the role {@code pronto}, as an administrator would make it. */
    public Connections database(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner pronto");
        }
        return new Connections(url(name), "pronto", PASSWORD);
    }

    /** The same by the role that made the server, for whom row-level security does not hold. */
    public Connections asSuperuser(Connections database) {
        return new Connections(database.url(), "postgres", "");
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var words = Files.createTempFile("postgresql-15-", ".out");
            var status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .directory(Path.of("/tmp").toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(words));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
