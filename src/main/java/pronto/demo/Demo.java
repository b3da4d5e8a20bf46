package pronto.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import picocli.CommandLine;
import pronto.runtime.StayingCommand;

/** Starts Pronto with the example company, in a folder of its own. */
@CommandLine.Command(
        name = "demo",
        description = "Starts Pronto with a living example company, in a data folder of its own (./demo-data).")
public final class Demo implements StayingCommand {

    static final String PROFILE = "demo";

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "spring.profiles.active",
                PROFILE,
                "pronto.home",
                "./demo-data",
                "pronto.mail.domain",
                "velia.example",
                // The customers' mail server of the example listens here, see Correspondents.
                "pronto.mail.relay",
                "smtp://127.0.0.1:" + freePort());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
