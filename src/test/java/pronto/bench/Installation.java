package pronto.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import pronto.people.FreePort;

/** Pronto as it is installed: a process of its own, started by its launcher on a data folder of its own. */
public final class Installation implements AutoCloseable {

    private final Path home;
    private final int http;
    private final int smtp;
    private final Process process;

    private Installation(Path home, int http, int smtp, Process process) {
        this.home = home;
        this.http = http;
        this.smtp = smtp;
        this.process = process;
    }

    /** Starts it and returns once it says that it is ready. */
    public static Installation start(Path home, String... settings) throws IOException {
        var http = FreePort.next();
        var smtp = FreePort.next();
        var command = new ArrayList<>(List.of(
                Path.of("pronto").toAbsolutePath().toString(),
                "run",
                "--home=" + home,
                "--pronto.http.port=" + http,
                "--pronto.mail.smtp.port=" + smtp,
                "--pronto.mail.lmtp.port=-1"));
        command.addAll(List.of(settings));
        Files.createDirectories(home);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile())
                .start();
        var installation = new Installation(home, http, smtp, process);
        installation.awaitReady();
        return installation;
    }

    private void awaitReady() throws IOException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            LockSupport.parkNanos(50_000_000);
        }
        process.destroy();
        throw new IOException("Pronto did not get ready:\n" + Files.readString(home.resolve("output.log")));
    }

    public String url() {
        return "http://127.0.0.1:" + http;
    }

    int http() {
        return http;
    }

    public int smtp() {
        return smtp;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /** A connection to its embedded database, as the program itself has one. */
    public Connection database() throws IOException, SQLException {
        return database("pronto");
    }

    public Connection database(String name) throws IOException, SQLException {
        var passwords = Files.readAllLines(home.resolve("database/passwords"));
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + name, "pronto", passwords.get(1));
        try (var statement = connection.createStatement()) {
            statement.execute("set pronto.scope = 'all'");
        }
        return connection;
    }

    /** The same, as the owner of the cluster, who may make databases. */
    public Connection asOwner() throws IOException, SQLException {
        return asOwner("postgres");
    }

    Connection asOwner(String name) throws IOException, SQLException {
        var passwords = Files.readAllLines(home.resolve("database/passwords"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + name, "postgres", passwords.get(0));
    }

    private int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                .get(3)
                .strip());
    }

    /** Resident memory of the program, in MB: proportional set size of its process and the ones it began. */
    public double javaMegabytes() throws IOException {
        return megabytes(process.pid());
    }

    /** The same, and what of it is its own, and what are pages of files that the kernel may take back at any time. */
    void javaMemory(String when, Map<String, Object> row) throws IOException {
        row.put("Java MB" + when, megabytes(process.pid()));
        row.put("own MB" + when, megabytes(process.pid(), "Pss_Anon:"));
        row.put("files MB" + when, megabytes(process.pid(), "Pss_File:"));
    }

    public double databaseMegabytes() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(home.resolve("database/data/postmaster.pid"))
                .getFirst()
                .strip());
        var sum = megabytes(postmaster);
        var handle = ProcessHandle.of(postmaster).orElseThrow();
        for (var child : handle.descendants().toList()) {
            sum += megabytes(child.pid());
        }
        return sum;
    }

    private static double megabytes(long pid) throws IOException {
        return megabytes(pid, "Pss:");
    }

    private static double megabytes(long pid, String what) throws IOException {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                if (line.startsWith(what)) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                }
            }
        } catch (NoSuchFileException e) {
            // It ended while we looked.
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("Pronto did not stop within 20 seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
