package pronto.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes the connection and then says nothing, until it is told to go on as others do. */
final class HangingRelay implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger callers = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean hangs = true;

    HangingRelay() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    int callers() {
        return callers.get();
    }

    int taken() {
        return taken.get();
    }

    void goOn() {
        hangs = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.incrementAndGet();
                if (!hangs) {
                    Thread.ofVirtual().start(() -> talk(caller));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            say(caller, "220 relay.example");
            var inData = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inData && !line.equals(".")) {
                    continue;
                }
                if (inData) {
                    inData = false;
                    taken.incrementAndGet();
                    say(caller, "250 taken");
                } else if (line.startsWith("DATA")) {
                    inData = true;
                    say(caller, "354 go on");
                } else {
                    say(caller, "250 well");
                }
            }
        } catch (IOException e) {
            // The caller has gone.
            return;
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
