package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTlsTest extends DoorTest {

    @TempDir
    static Path keys;

    private final TestCertificate.Pair pem = TestCertificate.copy("one", keys);
    private final Tls client = TestCertificate.client();

    @Override
    Protocol protocol() {
        return Protocol.SMTP;
    }

    @Override
    @Nullable Tls tls() {
        return new PemFiles(pem.certificate(), pem.key()).get();
    }

    @Test
    void a_conversation_goes_on_encrypted_and_starts_anew() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");
        assertThat(peer.ask("STARTTLS")).startsWith("220");
        peer.encryptBy(client);

        assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("503");
        assertThat(peer.say(hello() + "\r\n").lines()).doesNotContain("250-STARTTLS");
        peer.ask("MAIL FROM:<luca@acme.example>");
        peer.ask("RCPT TO:<support@pronto.example>");
        peer.ask("DATA");
        assertThat(peer.ask("Secret\r\n.")).startsWith("250");
        assertThat(taken.getFirst().envelope().from()).isEqualTo("luca@acme.example");
    }

    @Test
    void what_is_sent_ahead_of_the_handshake_is_never_obeyed() throws IOException {
        var peer = peer();

        peer.say("STARTTLS\r\nMAIL FROM:<forged@acme.example>\r\n");

        assertThat(peer.answer()).startsWith("554 5.5.1");
        assertThat(peer.answer()).isEqualTo("closed");
    }

    @Test
    void what_was_said_in_the_clear_does_not_count_once_it_is_encrypted() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<forged@acme.example>");
        peer.ask("RCPT TO:<support@pronto.example>");
        peer.ask("STARTTLS");
        peer.encryptBy(client);

        assertThat(peer.ask("DATA")).startsWith("503");
        assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("503 5.5.1 Hello first");
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS now", "STARTTLS\t", "STARTTLS\0"})
    void a_starttls_that_carries_something_starts_nothing(String line) throws IOException {
        assertThat(peer().ask(line)).startsWith("50");
    }

    @Test
    void a_new_certificate_is_used_without_a_restart() throws IOException {
        var certificates = new PemFiles(pem.certificate(), pem.key());
        var first = certificates.get();
        assertThat(certificates.get()).isSameAs(first);

        TestCertificate.replace(pem, "two");
        Files.setLastModifiedTime(pem.key(), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(certificates.get()).isNotSameAs(first);
    }
}
