package pronto.runtime.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.runtime.CannotRun;

/** One database folder of our own: made, started, adopted and stopped by PostgreSQL's own programs. */
final class Cluster {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String OWNER = "postgres";
    private static final int START_SECONDS = 60;

    private final Path folder;
    private final Path data;
    private final Programs programs;
    private final Identity identity;
    private final Passwords passwords;
    private final List<String> options;

    Cluster(Path folder, Path programs, List<String> options) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = Programs.in(programs);
        this.identity = Identity.of(data, this.programs);
        this.passwords = Passwords.readOrMake(folder.resolve("passwords"));
        this.options = options;
    }

    /** The port it answers at, whether it was started now or left over by a program that died. */
    int start() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            make();
        }
        var left = running();
        if (left.isPresent()) {
            log.info("Went on with the database that an earlier start left running");
            return left.get();
        }
        stop();
        var port = freePort();
        launch(port);
        prepare(port);
        return port;
    }

    /** Starts it again where it was, after it died by itself. */
    void startAgain(int port) throws IOException {
        stop();
        launch(port);
    }

    /** The port of the server that runs on this folder, if it is ours and answers. */
    Optional<Integer> running() {
        return Postmaster.of(data)
                .filter(Postmaster::isAlive)
                .filter(postmaster -> isOurs(postmaster.port()))
                .map(Postmaster::port);
    }

    boolean hasDied() {
        return Postmaster.of(data).filter(Postmaster::isAlive).isEmpty();
    }

    void stop() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            run(30, "pg_ctl", "-D", data.toString(), "-m", "fast", "-t", "20", "-w", "stop");
        }
    }

    Connections connections(int port, String database) {
        return new Connections(url(port, database), "pronto", passwords.pronto());
    }

    Connection asOwner(int port, String database) throws SQLException {
        return new Connections(url(port, database), OWNER, passwords.owner()).open("upkeep");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void make() throws IOException {
        var fresh = folder.resolve("data.making");
        run(20, "rm", "-rf", fresh.toString());
        Files.createDirectories(fresh);
        identity.own(fresh);
        var password = folder.resolve("password.making");
        Files.deleteIfExists(password);
        Passwords.writeForOwner(password, passwords.owner());
        identity.own(password);
        var made = run(
                120,
                "initdb",
                "--pgdata=" + fresh,
                "--username=" + OWNER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
        Files.delete(password);
        if (!made.done()) {
            throw new CannotRun("The database could not be made in " + data + ": " + made.output());
        }
        Files.move(fresh, data);
    }

    private void launch(int port) throws IOException {
        var server = new StringBuilder("-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c logging_collector=on -c log_filename=postgresql-%a.log -c log_truncate_on_rotation=on"
                + " -c log_rotation_age=1d -c log_rotation_size=0 -c jit=off -c max_connections=200");
        options.forEach(option -> server.append(" -c ").append(option));
        var started = run(
                START_SECONDS + 5,
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-t",
                Integer.toString(START_SECONDS),
                "-l",
                data.resolve("start.log").toString(),
                "-o",
                server.toString(),
                "start");
        if (!started.done()) {
            throw new CannotRun("The database does not start; its own words are in " + data.resolve("start.log")
                    + " and " + data.resolve("log") + ".");
        }
    }

    private void prepare(int port) {
        try (var connection = asOwner(port, OWNER);
                var statement = connection.createStatement()) {
            // Not a superuser, and so bound by row-level security.
            if (!exists(connection, "select from pg_roles where rolname = 'pronto'")) {
                statement.execute("create role pronto login password '" + passwords.pronto() + "'");
            }
            if (!exists(connection, "select from pg_database where datname = 'pronto'")) {
                statement.execute("create database pronto owner pronto");
            }
        } catch (SQLException e) {
            throw new CannotRun("The database cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private boolean isOurs(int port) {
        try (var connection = asOwner(port, OWNER)) {
            return exists(
                    connection,
                    "select from pg_settings where name = 'data_directory' and setting = '"
                            + data.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Run(boolean done, String output) {}

    /** Its words go to a file: a server that is started would hold a pipe open for ever. */
    private Run run(int seconds, String program, String... arguments) throws IOException {
        var words = Files.createTempFile(Files.createDirectories(folder), "words-", ".log");
        try {
            var command = identity.command(program.equals("rm") ? program : programs.path(program));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            var ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Run(
                    ended && process.exitValue() == 0, Files.readString(words).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Run(false, "interrupted");
        } finally {
            Files.deleteIfExists(words);
        }
    }
}
