package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
