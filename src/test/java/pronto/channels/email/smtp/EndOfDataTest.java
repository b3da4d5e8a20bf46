package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody smuggles a second mail in behind an end of data that only some would take for one. */
class EndOfDataTest extends DoorTest {

    @Override
    Protocol protocol() {
        return Protocol.SMTP;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r.\r",
                "\r\n.\n",
                "\r\n.\r",
                "\r.\r\n",
                "\r\r\n.\r\r\n",
                "\n.\r",
                "\r.\n",
                "\r\n.\r\r\n",
                "\n\n.\r\n",
                "\r\n.\0\r\n\n",
                "\r\n\0.\r\n\r"
            })
    void a_false_end_ends_nothing_and_the_mail_is_refused(String end) throws IOException {
        var peer = invited();

        peer.say("Hello" + end + "MAIL FROM:<boss@acme.example>\r\nRCPT TO:<support@pronto.example>\r\nDATA\r\nForged");
        assertThat(peer.ask("\r\n.")).startsWith("550 5.6.0");

        assertThat(taken).isEmpty();
        assertThat(peer.ask("NOOP")).startsWith("250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\n", "NOOP\r", "MAIL FROM:<a@b.example>\nRCPT TO:<support@pronto.example>"})
    void a_command_ends_with_both_bytes_too(String line) throws IOException {
        assertThat(peer().ask(line)).startsWith("500 5.5.2");
    }

    /** Every mix of these bytes, so that none was forgotten. */
    @Test
    void no_mix_of_line_ends_and_dots_brings_in_a_second_mail() throws IOException {
        limits = new Limits(
                20_000, 5, 10, 10, 100_000, 100_000, 100_000, 30, Duration.ofSeconds(60), Duration.ofSeconds(60));
        shut();
        open();
        var peer = peer();
        for (int length = 1; length <= 4; length++) {
            for (int mix = 0; mix < Math.pow(4, length); mix++) {
                var end = new StringBuilder();
                for (int place = 0, left = mix; place < length; place++, left /= 4) {
                    end.append("\r\n.\0".charAt(left % 4));
                }
                assertThat(peer.ask("MAIL FROM:<marta@acme.example>")).startsWith("250");
                assertThat(peer.ask("RCPT TO:<support@pronto.example>")).startsWith("250");
                assertThat(peer.ask("DATA")).startsWith("354");
                peer.say("Hello" + end
                        + "MAIL FROM:<boss@acme.example>\r\nRCPT TO:<support@pronto.example>\r\nDATA\r\n");
                assertThat(peer.ask("Forged\r\n.")).as(end.toString()).containsPattern("^(250|550)");
            }
        }
        assertThat(taken).allMatch(mail -> mail.envelope().from().equals("marta@acme.example"));
        assertThat(peer.ask("NOOP")).startsWith("250");
    }
}
