package pronto.people;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The whole program as a process of its own, as an operator starts it: it can be killed. */
public final class Started implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Process process;
    private final Path said;

    private Started(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts it on this folder, its ports free ones, and waits until it is ready. */
    public static Started on(Path home, String... more) {
        return on("run", home, Started::command, more);
    }

    /** The example company on this folder, once its story is told. */
    public static Started demoOn(Path home, String... more) {
        return on("demo", home, Started::command, more);
    }

    /** As {@link #on(Path, String...)}, after a rehearsal that makes every start a quick one. */
    public static Started quicklyOn(Path home, String... more) {
        return on("run", home, Rehearsed::start, more);
    }

    /** As {@link #on(Path, String...)}, by who starts it in a way of their own. */
    public static Started on(Path home, Function<String[], Started> start, String... more) {
        return on("run", home, start, more);
    }

    private static Started on(String command, Path home, Function<String[], Started> start, String... more) {
        var arguments = new ArrayList<>(List.of(command, "--home", home.toString()));
        for (var door : List.of("http", "mail.smtp", "mail.lmtp")) {
            var port = "--pronto." + door + ".port=";
            if (Arrays.stream(more).noneMatch(word -> word.startsWith(port))) {
                arguments.add(port + "0");
            }
        }
        arguments.addAll(List.of(more));
        var started = start.apply(arguments.toArray(String[]::new));
        started.awaitReady();
        return started;
    }

    /** Starts a command and does not wait. */
    public static Started command(String... arguments) {
        return with(List.of(), arguments);
    }

    /** As {@link #command}, by another program such as {@code setpriv}. */
    public static Started with(List<String> prefix, String... arguments) {
        return java(prefix, List.of(), System.getProperty("java.class.path"), arguments);
    }

    static Started java(List<String> prefix, List<String> options, String classPath, String... arguments) {
        try {
            var said = Files.createTempFile("pronto-", ".out");
            var command = new ArrayList<>(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx400m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED"));
            command.addAll(options);
            command.addAll(List.of("-cp", classPath, "pronto.Pronto"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new Started(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it printed so far. */
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create(after("is ready at "));
    }

    /** Somebody who comes to its console and has not signed in. */
    public Browser visitor() {
        return new Browser(address().toString(), null, null);
    }

    /** The rest of the first line that holds these words. */
    public String after(String words) {
        return said().lines()
                .filter(line -> line.contains(words))
                .map(line ->
                        line.substring(line.indexOf(words) + words.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + words + "” in: " + said()));
    }

    public long pid() {
        return process.pid();
    }

    /** No warning, no last word. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** What an operator's system does; the answer is the exit status. */
    public int terminate() {
        process.destroy();
        return awaitEnd();
    }

    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("ended: " + said());
                    }
                })
                .until(() -> said().contains("is ready at "));
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    /** The database of its own of the program on this folder, as the program itself reaches it. */
    public static Connection database(Path home) throws SQLException, IOException {
        var port = Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readAllLines(home.resolve("database/passwords")).get(1);
        var connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/pronto", "pronto", password);
        try (var statement = connection.createStatement()) {
            statement.execute("set pronto.scope = 'all'");
        }
        return connection;
    }

    /** The process of that database. */
    public static long databaseProcess(Path home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A data folder that nobody used yet. */
    public static Path emptyHome() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/homes")), "home-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
