package pronto.channels.email.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.runtime.CannotRun;

/** An open port and the conversations on it, each on a virtual thread of its own. */
final class Listener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Listener.class);

    private final Protocol protocol;
    private final House house;
    private final ServerSocket door;
    private final Map<Socket, Dialogue> dialogues = new ConcurrentHashMap<>();

    Listener(Protocol protocol, House house, String address, int port) {
        this.protocol = protocol;
        this.house = house;
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getByName(address), port), 200);
        } catch (IOException e) {
            throw new CannotRun(
                    "pronto.mail." + protocol.name().toLowerCase(Locale.ROOT) + ".port: nobody can listen on " + address
                            + ":" + port + " (" + e.getMessage() + ").",
                    e);
        }
        Thread.ofVirtual().name(protocol + " door").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** No new ones; whoever just hands over a mail may still hear that it is kept. */
    @Override
    public void close() {
        close(Duration.ofSeconds(3));
    }

    void close(Duration patience) {
        quietly(door);
        long end = System.nanoTime() + patience.toNanos();
        while (!dialogues.isEmpty() && System.nanoTime() < end) {
            dialogues.forEach((socket, dialogue) -> {
                if (!dialogue.isKeeping()) {
                    quietly(socket);
                }
            });
            pause();
        }
        dialogues.keySet().forEach(Listener::quietly);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().name(protocol + " " + socket.getPort()).start(() -> talk(socket));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    log.warn("{} door: {}", protocol, e.toString());
                    pause();
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (isCrowded(socket)) {
                socket.getOutputStream().write("421 4.7.0 Too many connections\r\n".getBytes(US_ASCII));
                return;
            }
            var dialogue = new Dialogue(protocol, house, socket);
            dialogues.put(socket, dialogue);
            dialogue.run();
        } catch (IOException e) {
            log.debug("{} ended: {}", protocol, e.toString());
        } catch (RuntimeException e) {
            log.warn("{} conversation broken off", protocol, e);
        } finally {
            dialogues.remove(socket);
        }
    }

    private boolean isCrowded(Socket socket) {
        var from = socket.getInetAddress();
        return dialogues.size() >= house.limits().connections()
                || dialogues.keySet().stream()
                                .filter(other -> from.equals(other.getInetAddress()))
                                .count()
                        >= house.limits().connectionsEach();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            log.debug("while closing: {}", e.toString());
        }
    }
}
