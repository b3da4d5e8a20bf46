package pronto.channels.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.files.FilesInFolder;

/** Against a mail server that is not ours: login, and TLS from the first byte. */
class RelaySecurityTest {

    @TempDir
    Path home;

    GreenMail server = new GreenMail(
            new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "smtps")});

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void it_logs_in_with_what_the_address_says() throws Exception {
        start();

        var answer = send("smtp://giulia%40acme.example:s%3Acret+1@127.0.0.1:"
                + server.getSmtp().getPort());

        assertThat(answer).isInstanceOf(Answer.Taken.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_wrong_password_is_said_as_such() {
        start();

        assertThatThrownBy(() -> send("smtp://giulia%40acme.example:wrong@127.0.0.1:"
                        + server.getSmtp().getPort()))
                .isInstanceOfSatisfying(
                        AuthenticationFailedException.class,
                        e -> assertThat(Failure.noConnection(e).words()).contains("refused our login"));
    }

    @Test
    void it_speaks_tls_from_the_first_byte() throws Exception {
        start();

        assertThat(send("smtps://giulia%40acme.example:s%3Acret+1@127.0.0.1:"
                        + server.getSmtps().getPort()))
                .isInstanceOf(Answer.Taken.class);
    }

    private void start() {
        server.setUser("marta@rossi.example", "marta", "x");
        server.setUser("giulia@acme.example", "giulia@acme.example", "s:cret+1");
        server.start();
    }

    private Answer send(String url) throws Exception {
        var relay = new Relay(
                RelayAddress.parse(url), "acme.example", new Composer(FilesInFolder.at(home), Optional.empty()));
        try (var connection = relay.connect(false)) {
            return connection.send(Letters.answer());
        }
    }
}
