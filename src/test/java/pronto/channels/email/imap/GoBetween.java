package pronto.channels.email.imap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Stands before a mail server that speaks in the clear: encrypts from the first byte or when asked, by a certificate
 * for {@code localhost}, hears what is asked, and may hide that the server can tell of news by itself.
 */
final class GoBetween implements AutoCloseable {

    enum Speech {
        CLEAR,
        ENCRYPTED,
        ENCRYPTED_WHEN_ASKED
    }

    private final ServerSocket door;
    private final int server;
    private final Speech speech;
    private final boolean idle;
    private final SSLContext tls;
    private final Collection<String> asked = new ConcurrentLinkedQueue<>();
    private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger altered = new AtomicInteger();
    private volatile UnaryOperator<String> answers = UnaryOperator.identity();

    GoBetween(int server, Speech speech, boolean idle) throws Exception {
        this.server = server;
        this.speech = speech;
        this.idle = idle;
        this.tls = context();
        this.door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::welcome);
    }

    /** What becomes of each line that the server says from now on. */
    void answers(UnaryOperator<String> made) {
        answers = made;
    }

    /** How many lines became something else. */
    int altered() {
        return altered.get();
    }

    int port() {
        return door.getLocalPort();
    }

    /** The commands that came, without their tags. */
    Collection<String> asked() {
        return asked;
    }

    /** What believes the certificate of this one and no other. */
    static SSLContext context() throws Exception {
        var store = new PemSslStoreBundle(
                PemSslStore.load(new PemSslStoreDetails(null, read("localhost.crt"), read("localhost.key"))),
                PemSslStore.load(new PemSslStoreDetails(null, read("localhost.crt"), null)));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store.getKeyStore(), new char[0]);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store.getTrustStore());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static String read(String name) throws IOException {
        try (var in = Objects.requireNonNull(GoBetween.class.getResourceAsStream("/tls/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private void welcome() {
        try {
            while (true) {
                var client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket plain) {
        try (var behind = new Socket("127.0.0.1", server)) {
            open.add(behind);
            var client = plain;
            if (speech == Speech.ENCRYPTED) {
                client = encrypted(plain);
            } else if (speech == Speech.ENCRYPTED_WHEN_ASKED) {
                client = encryptedWhenAsked(plain);
                line(behind.getInputStream());
            }
            var encrypted = client;
            Thread.ofVirtual().start(() -> pass(behind, encrypted, false));
            pass(encrypted, behind, true);
        } catch (IOException gone) {
            close(plain);
        }
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private Socket encryptedWhenAsked(Socket plain) throws IOException {
        say(plain, "* OK ready\r\n");
        while (true) {
            var words = heard(line(plain.getInputStream())).split(" ", 2);
            switch (words[1]) {
                case "CAPABILITY" -> say(plain, "* CAPABILITY IMAP4rev1 STARTTLS\r\n" + words[0] + " OK\r\n");
                case "STARTTLS" -> {
                    say(plain, words[0] + " OK\r\n");
                    return encrypted(plain);
                }
                default -> say(plain, words[0] + " NO not in the clear\r\n");
            }
        }
    }

    private static void say(Socket to, String words) throws IOException {
        to.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        to.getOutputStream().flush();
    }

    private void pass(Socket from, Socket to, boolean asking) {
        try {
            while (true) {
                var line = line(from.getInputStream());
                if (asking) {
                    heard(line);
                } else {
                    line = made(!idle && line.contains("CAPABILITY") ? line.replace(" IDLE", "") : line);
                }
                to.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
                to.getOutputStream().flush();
            }
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private String made(String line) {
        var made = answers.apply(line);
        if (!made.equals(line)) {
            altered.incrementAndGet();
        }
        return made;
    }

    private String heard(String line) {
        var words = line.strip();
        asked.add(words.substring(words.indexOf(' ') + 1).toUpperCase(Locale.ROOT));
        return words;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("gone");
    }

    @Override
    public void close() {
        close(door);
        open.forEach(GoBetween::close);
    }

    private static void close(@Nullable AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception gone) {
            // That is what was wanted.
        }
    }
}
