package pronto.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port for somebody who can only be told one. Below those that the system gives to whoever opens a connection: one of
 * these may be taken between the asking and the listening.
 */
public final class FreePort {

    private static final int FIRST = 10_000;
    private static final int MANY = 20_000;
    private static final AtomicInteger LAST =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(MANY));

    private FreePort() {}

    public static int next() {
        while (true) {
            var port = FIRST + Math.floorMod(LAST.incrementAndGet(), MANY);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
