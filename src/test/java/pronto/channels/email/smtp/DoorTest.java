package pronto.channels.email.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pronto.channels.email.ArrivingMail;
import pronto.channels.email.Mails;
import pronto.channels.email.MemoryFiles;

/** A door with a house behind it that remembers what it took. */
abstract class DoorTest implements Reception {

    record Taken(Envelope envelope, String bytes) {}

    final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());

    final MemoryFiles files = new MemoryFiles();
    Listener door;
    Limits limits = new Limits(20_000, 5, 10, 10, 100_000, 200, 5, 30, Duration.ofSeconds(10), Duration.ofSeconds(10));

    abstract Protocol protocol();

    @Nullable Tls tls() {
        return null;
    }

    /** For everybody, the nearest too, in a minute that does not end. */
    private PeerPace pace() {
        return new PeerPace(limits.mailsAMinute(), peer -> false, InstantSource.fixed(Instant.EPOCH));
    }

    @BeforeEach
    void open() {
        door = new Listener(
                protocol(), new House("mx.example", limits, pace(), this, files, this::tls), "127.0.0.1", 0);
    }

    @AfterEach
    void shut() {
        door.close(Duration.ofSeconds(1));
    }

    Peer peer() throws IOException {
        var peer = new Peer(door.port());
        peer.ask(hello());
        return peer;
    }

    String hello() {
        return protocol() == Protocol.LMTP ? "LHLO sender.example" : "EHLO sender.example";
    }

    /** A conversation as far as the invitation to send the mail. */
    Peer invited() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");
        peer.ask("RCPT TO:<support@pronto.example>");
        assertThat(peer.ask("DATA")).startsWith("354");
        return peer;
    }

    @Override
    public boolean isOurs(String address) {
        return address.startsWith("support");
    }

    @Override
    public void take(Envelope envelope, ArrivingMail mail) throws IOException {
        var id = Mails.keep(mail).id();
        taken.add(new Taken(envelope, new String(files.bytes(id), ISO_8859_1)));
    }
}
