package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pronto.channels.email.ArrivingMail;

class LmtpTest extends DoorTest {

    private boolean away;

    @Override
    Protocol protocol() {
        return Protocol.LMTP;
    }

    @Test
    void each_recipient_gets_an_answer_of_its_own() throws IOException {
        var peer = peer();
        peer.ask("MAIL FROM:<marta@acme.example>");
        peer.ask("RCPT TO:<support@pronto.example>");
        peer.ask("RCPT TO:<nobody@pronto.example>");
        peer.ask("RCPT TO:<support+x@pronto.example>");
        peer.ask("DATA");

        assertThat(peer.ask("Hello\r\n.")).startsWith("250");
        assertThat(peer.answer()).startsWith("250");
        assertThat(peer.ask("QUIT")).startsWith("221");
        assertThat(taken.getFirst().envelope().to())
                .isEqualTo(List.of("support@pronto.example", "support+x@pronto.example"));
    }

    @Test
    void a_mail_that_could_not_be_kept_has_to_come_again() throws IOException {
        away = true;

        assertThat(invited().ask("Hello\r\n.")).startsWith("451 4.3.0");
    }

    @Test
    void a_full_disk_is_a_matter_of_time() throws IOException {
        var peer = invited();
        files.fill();

        assertThat(peer.ask("Hello\r\n.")).startsWith("452 4.3.1");
        assertThat(peer.ask("NOOP")).startsWith("250");
    }

    @Test
    void a_mail_that_goes_round_in_circles_is_stopped() throws IOException {
        assertThat(invited().say("Received: from a by b\r\n".repeat(31)).ask("\r\nHello\r\n."))
                .startsWith("554 5.4.6");
    }

    @Test
    void smtp_is_not_spoken_here() throws IOException {
        assertThat(new Peer(door.port()).ask("EHLO sender.example")).startsWith("500");
    }

    @Override
    public void take(Envelope envelope, ArrivingMail mail) throws IOException {
        if (away) {
            throw new IllegalStateException("database away");
        }
        super.take(envelope, mail);
    }
}
