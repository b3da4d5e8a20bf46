package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Runs the programs of the machine that play the outside world, and finds them free ports. */
final class Commands {

    private Commands() {}

    /** Runs it to its end and gives what it printed; anything but success fails the test. */
    static String run(String... command) throws IOException, InterruptedException {
        // A file and not a pipe: a daemon keeps its starter's output open, and the end would never come.
        var printed = Files.createTempFile("command", ".out");
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            process.getOutputStream().close();
            var status = process.waitFor();
            var output = Files.readString(printed);
            assertThat(status).as(String.join(" ", command) + "\n" + output).isZero();
            return output;
        } finally {
            Files.delete(printed);
        }
    }

    static void awaitPort(int port) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        return socket.isConnected();
                    } catch (IOException e) {
                        return false;
                    }
                });
    }
}
