package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pronto.channels.Mailbox;
import pronto.channels.outbox.FakeRelay;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Reply;

/** Nobody writes a line into our mail's header, or adds a recipient, by what they wrote to us. */
class HeaderInjectionTest extends AtTheDesk {

    private static final FakeRelay RELAY = relay();

    private static FakeRelay relay() {
        try {
            return new FakeRelay();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry registry) {
        registry.add("pronto.mail.relay", RELAY::url);
    }

    @AfterAll
    static void shut() throws IOException {
        RELAY.close();
    }

    /** As encoded words hide them: carriage return, line feed, both, next line, separators, and one that folds to a line feed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=0D=0A",
                "=0A",
                "=0D",
                "=C2=85",
                "=E2=80=A8",
                "=E2=80=A9",
                "=E5=98=8A",
                "=00",
                "=0B",
                "=0C",
                "=0D=0A=20"
            })
    void no_field_of_a_mail_writes_into_the_header_of_our_answer(String end) {
        var evil = end + "Bcc:=20evil@evil.test" + end + "X-Evil:=20yes" + end + end + "Body";
        var word = "=?utf-8?q?Hello" + evil.replace(" ", "_") + "?=";
        var customer = "marta" + Integer.toHexString(end.hashCode()) + "@acme.test";
        var ticket = reported(Mail.from(word, customer)
                .dmarc("pass")
                .about(word)
                .withId("<one" + end.hashCode() + "@acme.test\tBcc: evil@evil.test>")
                .header("In-Reply-To: <" + word + ">")
                .header("References: <a@b> <" + word + "> \"\r\n Bcc: evil@evil.test\"")
                .header("Reply-To: " + word + " <evil@evil.test>")
                .copying(word + " <luca@acme.test>"));
        var to = new Mailbox("Marta\r\nBcc: evil@evil.test\u2028X-Evil: yes", customer);
        desk.reply(
                ticket.id(),
                new Reply(
                        new Body.Html("<p>Hello\r\n.\r\nMAIL FROM:&lt;evil@evil.test&gt;</p>"),
                        List.of(to),
                        null,
                        List.of(),
                        null),
                giulia.actor());

        await().atMost(Duration.ofSeconds(60)).until(() -> given(customer).size() >= 2);

        assertThat(given(customer)).allSatisfy(mail -> {
            var header = mail.mail().substring(0, mail.mail().indexOf("\r\n\r\n"));
            assertThat(header.lines().filter(line -> !line.startsWith(" ") && !line.startsWith("\t")))
                    .allMatch(line -> line.matches("[A-Za-z-]+: .*"))
                    .noneMatch(line -> line.matches("(?i)(?:bcc|x-evil).*"));
            assertThat(header.lines()).noneMatch(line -> line.matches("(?i)\\s*(?:bcc|x-evil)\\s*:.*"));
        });
        assertThat(RELAY.given).noneMatch(mail -> mail.recipient().equals("evil@evil.test"));
    }

    private static List<FakeRelay.Given> given(String recipient) {
        return RELAY.given.stream()
                .filter(mail -> mail.recipient().equals(recipient))
                .toList();
    }
}
