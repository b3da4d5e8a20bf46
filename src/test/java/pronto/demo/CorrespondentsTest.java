package pronto.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrespondentsTest {

    private final Correspondents correspondents = new Correspondents();
    private Socket socket;
    private BufferedReader answers;

    @BeforeEach
    void greet() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), correspondents.open(0));
        socket.setSoTimeout(60_000);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        assertThat(answers.readLine()).startsWith("220");
        ask("EHLO desk.example");
    }

    @AfterEach
    void leave() throws IOException {
        socket.close();
        correspondents.close();
    }

    @Test
    void an_odd_recipient_is_refused_and_the_conversation_goes_on() throws IOException {
        assertThat(ask("MAIL FROM:<>")).startsWith("250");
        for (var odd : new String[] {"RCPT", "RCPT TO:", "RCPT TO:<>", "RCPT TO:><", "RCPT TO:<", "RCPT TO:marta"}) {
            assertThat(ask(odd)).as(odd).startsWith("501");
        }
        assertThat(ask("DATA")).startsWith("554");
        assertThat(ask("RCPT TO:<marta@acme.example>")).startsWith("250");
    }

    @Test
    void a_mail_to_two_is_had_by_both() throws IOException {
        ask("MAIL FROM:<support@velia.example>");
        ask("RCPT TO:<marta@acme.example> NOTIFY=NEVER");
        ask("RCPT TO:<luca@acme.example>");
        assertThat(ask("DATA")).startsWith("354");
        assertThat(ask("Message-ID: <1@velia.example>\r\nSubject: Re: x\r\n\r\nCiao\r\n."))
                .startsWith("250");

        assertThat(correspondents.last("marta@acme.example", "<1@velia.example>"))
                .isPresent();
        assertThat(correspondents.last("luca@acme.example", "<1@velia.example>"))
                .isPresent();
    }

    private String ask(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
        return answers.readLine();
    }
}
