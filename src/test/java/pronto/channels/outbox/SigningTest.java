package pronto.channels.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.channels.Evidence.Result;
import pronto.channels.OutgoingMail.Attachment;
import pronto.channels.email.trust.DkimSigner;
import pronto.channels.email.trust.DnsDouble;
import pronto.channels.email.trust.SignedMails;
import pronto.files.FilesInFolder;
import pronto.runtime.CannotRun;
import pronto.runtime.Settings;

/** What we send bears our signature, and everybody who looks finds it good. */
class SigningTest {

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    Path home;

    private FakeRelay relay;
    private DnsDouble dns;

    @BeforeEach
    void open() throws IOException {
        relay = new FakeRelay();
        dns = new DnsDouble().text("_dmarc.acme.example", "v=DMARC1; p=reject; adkim=s");
    }

    @AfterEach
    void shut() throws IOException {
        relay.close();
        dns.close();
    }

    private enum Form {
        PKCS8,
        PKCS1,
        ED25519
    }

    private record Key(Path file, String record) {}

    private Key key(Form form) throws Exception {
        var ed25519 = form == Form.ED25519;
        var maker = KeyPairGenerator.getInstance(ed25519 ? "Ed25519" : "RSA");
        if (!ed25519) {
            maker.initialize(2048);
        }
        var pair = maker.generateKeyPair();
        return new Key(Files.writeString(home.resolve(form + ".pem"), pem(form, pair)), record(ed25519, pair));
    }

    private static String pem(Form form, KeyPair pair) {
        var bytes = pair.getPrivate().getEncoded();
        // What says that it is RSA takes the first 26 bytes.
        var written = form == Form.PKCS1 ? Arrays.copyOfRange(bytes, 26, bytes.length) : bytes;
        var name = form == Form.PKCS1 ? "RSA PRIVATE KEY" : "PRIVATE KEY";
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(written) + "\n-----END " + name
                + "-----\n";
    }

    private static String record(boolean ed25519, KeyPair pair) {
        var bytes = pair.getPublic().getEncoded();
        return "v=DKIM1; k=" + (ed25519 ? "ed25519" : "rsa") + "; p="
                + Base64.getEncoder()
                        .encodeToString(ed25519 ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length) : bytes);
    }

    private String sent(Path key, Letter letter) throws Exception {
        var signer = DkimSigner.of(new Settings.Dkim("november", key));
        var composer = new Composer(FilesInFolder.at(home), signer);
        try (var connection = new Relay(RelayAddress.parse(relay.url()), "acme.example", composer).connect(false)) {
            assertThat(connection.send(letter)).isInstanceOf(Answer.Taken.class);
        }
        return relay.given.getLast().mail();
    }

    private Stream<Letter> letters() throws IOException {
        var files = FilesInFolder.at(home);
        var kept = files.put(
                new ByteArrayInputStream("città \r\n.\n..\r\n".repeat(20_000).getBytes(UTF_8)));
        return Stream.of(
                Letters.answer(),
                Letters.automatic(),
                Letters.saying("Trailing blanks   and more", "Quoted \"name\", with comma"),
                Letters.saying("È già la seconda volta che succede, e il titolo è più lungo di una riga intera", "Zoë"),
                Letters.with(new Attachment("città.txt", "text/plain", kept.id(), kept.size(), false, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS8", "PKCS1", "ED25519"})
    void what_we_send_is_known_as_ours(String form) throws Exception {
        var key = key(Form.valueOf(form));
        dns.text("november._domainkey.acme.example", key.record());

        for (var letter : letters().toList()) {
            var found = SignedMails.evidence(dns, sent(key.file(), letter));

            assertThat(found.dkim().getFirst().result()).isEqualTo(Result.PASS);
            assertThat(found.dmarc().result()).isEqualTo(Result.PASS);
        }
    }

    @Test
    void nobody_can_add_a_sender_or_a_recipient_to_what_we_signed() throws Exception {
        var key = key(Form.PKCS8);
        dns.text("november._domainkey.acme.example", key.record());
        var mail = sent(key.file(), Letters.answer());

        for (var added :
                List.of("From: boss@acme.example", "Reply-To: x@evil.example", "Subject: Pay", "Cc: y@evil.example")) {
            assertThat(SignedMails.evidence(dns, added + "\r\n" + mail)
                            .dkim()
                            .getFirst()
                            .result())
                    .as(added)
                    .isEqualTo(Result.FAIL);
        }
    }

    /** By the program that checks Debian's own mail. */
    @ParameterizedTest
    @ValueSource(strings = {"PKCS8", "ED25519"})
    void another_program_finds_it_good(String form) throws Exception {
        assumeThat(Files.isExecutable(PYTHON) && run("", "import dkim").isEmpty())
                .as("python3-dkim is installed")
                .isTrue();
        var key = key(Form.valueOf(form));

        for (var letter : letters().toList()) {
            var script =
                    "import dkim, sys\nprint(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: b'"
                            + key.record() + "'))";
            assertThat(run(sent(key.file(), letter), script)).isEqualTo("True");
        }
    }

    private static String run(String input, String script) throws IOException {
        var process = new ProcessBuilder(PYTHON.toString(), "-c", script)
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    @Test
    void a_key_that_cannot_be_used_stops_the_start_with_a_sentence() throws IOException {
        var broken = Files.writeString(home.resolve("broken.pem"), "no key");

        assertThatThrownBy(() -> DkimSigner.of(new Settings.Dkim("one", broken)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("pronto.mail.dkim.key");
        assertThatThrownBy(() -> DkimSigner.of(new Settings.Dkim("one", home.resolve("missing.pem"))))
                .isInstanceOf(CannotRun.class);
        assertThatThrownBy(() -> DkimSigner.of(new Settings.Dkim("one", null)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("belong together");
        assertThatThrownBy(() -> DkimSigner.of(new Settings.Dkim("no such; name", broken)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("pronto.mail.dkim.selector");
    }
}
