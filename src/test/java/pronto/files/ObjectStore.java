package pronto.files;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pronto.people.FreePort;

/** An object store as a process of its own, which can be away and come back; it keeps its objects in a folder. */
public final class ObjectStore implements AutoCloseable {

    public static final String WHO = "pronto";
    public static final String SECRET = "of-the-test";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private ObjectStore(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** With one bucket, {@code bytes}. */
    public static ObjectStore start(Path folder) {
        try {
            Files.createDirectories(folder.resolve("objects/bytes"));
            var store = new ObjectStore(folder, FreePort.next());
            store.comeBack();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The setting that names this prefix in it. */
    public String setting(String prefix) {
        return "s3://bytes/" + prefix + "?endpoint=http://127.0.0.1:" + port + "&region=eu-south-1";
    }

    public void goAway() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
            process = null;
        }
    }

    public void comeBack() throws IOException {
        var settings = Files.writeString(
                folder.resolve("store.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, WHO, SECRET, folder.resolve("objects")));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path") + ":" + System.getProperty("objectstore.jars"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("store.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(this::answers);
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        goAway();
    }
}
