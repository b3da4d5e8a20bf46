package pronto.channels.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail.Attachment;
import pronto.files.FileId;
import pronto.files.FilesInFolder;

class RelayTest {

    @TempDir
    Path home;

    FakeRelay other;

    @BeforeEach
    void openRelay() throws IOException {
        other = new FakeRelay();
    }

    @AfterEach
    void closeRelay() throws IOException {
        other.close();
    }

    @Test
    void a_letter_is_handed_over_to_its_one_recipient() throws Exception {
        assertThat(send(Letters.answer())).isEqualTo(new Answer.Taken("250 2.0.0 taken"));

        assertThat(other.given).singleElement().satisfies(given -> {
            assertThat(given.sender())
                    .as("tells whose copy came back")
                    .isEqualTo(Letters.answer().replyTo());
            assertThat(given.recipient()).isEqualTo("marta@rossi.example");
        });
    }

    @Test
    void an_automatic_letter_has_no_sender_to_bounce_to() throws Exception {
        send(Letters.automatic());

        assertThat(other.given)
                .singleElement()
                .extracting(FakeRelay.Given::sender)
                .isEqualTo("");
    }

    @Test
    void a_no_for_now_is_not_a_no_for_ever() throws Exception {
        other.answering(line -> line.startsWith("RCPT") ? "452 4.2.2 mailbox full" : null);
        assertThat(send(Letters.answer()))
                .isInstanceOfSatisfying(
                        Answer.Later.class, later -> assertThat(later.words()).contains("mailbox full"));

        other.answering(line -> line.startsWith("RCPT") ? "550 5.1.1 no such person" : null);
        assertThat(send(Letters.answer()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class, no -> assertThat(no.words()).contains("no such person"));

        other.answering(line -> null).answeringMail(mail -> "451 4.7.1 greylisted");
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Later.class);

        other.answeringMail(mail -> "554 5.7.1 spam");
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void what_the_relay_has_against_us_is_not_the_address_s_fault() throws Exception {
        other.answering(line -> line.startsWith("MAIL") ? "550 5.7.1 sender rejected" : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unreachable.class);

        other.answering(line -> line.startsWith("MAIL") ? "552 5.3.4 too large" : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Refused.class);

        other.answering(line -> line.startsWith("RCPT") ? "530 5.7.0 log in first" : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unreachable.class);

        other.answering(line -> line.startsWith("RCPT") ? "421 4.3.2 shutting down" : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void a_connection_lost_before_the_answer_leaves_us_not_knowing() throws Exception {
        other.answeringMail(mail -> FakeRelay.HANG_UP);

        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void a_connection_lost_before_the_letter_is_only_a_relay_away() throws Exception {
        other.answering(line -> line.startsWith("RCPT") ? FakeRelay.HANG_UP : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unreachable.class);

        other.answering(line -> line.startsWith("DATA") ? FakeRelay.HANG_UP : null);
        assertThat(send(Letters.answer())).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void one_conversation_carries_many_letters_and_survives_a_no() throws Exception {
        var turn = new AtomicInteger();
        other.answering(line -> line.startsWith("RCPT") && turn.incrementAndGet() == 2 ? "550 5.1.1 no" : null);

        try (var connection = relay(other.url()).connect(false)) {
            assertThat(connection.send(Letters.answer())).isInstanceOf(Answer.Taken.class);
            assertThat(connection.send(Letters.answer())).isInstanceOf(Answer.Refused.class);
            assertThat(connection.isOpen()).isTrue();
            assertThat(connection.send(Letters.answer())).isInstanceOf(Answer.Taken.class);
        }
        assertThat(other.heard).filteredOn(line -> line.startsWith("EHLO")).hasSize(1);
    }

    @Test
    void an_attachment_that_is_damaged_is_never_sent() throws Exception {
        var files = FilesInFolder.at(home);
        FileId id;
        try (var spool = files.spool()) {
            spool.write(new byte[200_000]);
            id = spool.keep().id();
        }
        Files.writeString(home.resolve(id.sha256().substring(0, 2)).resolve(id.sha256()), "something else");
        var letter = Letters.with(new Attachment("dump.bin", "application/octet-stream", id, 200_000, false, null));

        assertThat(send(letter))
                .isInstanceOfSatisfying(
                        Answer.Later.class, later -> assertThat(later.words()).contains("dump.bin"));
        assertThat(other.given).isEmpty();
    }

    @Test
    void an_address_beyond_ascii_needs_a_relay_that_takes_it() throws Exception {
        try (var connection = relay(other.url()).connect(true)) {
            assertThat(connection.send(Letters.to(new Mailbox("Renè", "renè@rossi.example"))))
                    .isInstanceOf(Answer.Refused.class);
        }

        other.answering(line -> line.startsWith("EHLO") ? "250-fake\r\n250-8BITMIME\r\n250 SMTPUTF8" : null);
        try (var connection = relay(other.url()).connect(true)) {
            assertThat(connection.send(Letters.to(new Mailbox("Renè", "renè@rossi.example"))))
                    .isInstanceOf(Answer.Taken.class);
        }
        assertThat(other.heard).anyMatch(line -> line.startsWith("MAIL") && line.contains("SMTPUTF8"));
        assertThat(other.given).singleElement().satisfies(given -> {
            assertThat(given.recipient()).isEqualTo("renè@rossi.example");
            assertThat(given.mail()).contains("<renè@rossi.example>");
        });
    }

    @Test
    void a_relay_that_is_away_gives_no_conversation() throws Exception {
        other.close();

        assertThatThrownBy(() -> relay(other.url()).connect(false)).isInstanceOf(MessagingException.class);
    }

    @Test
    void a_password_is_not_said_to_a_stranger_in_clear() {
        // 192.0.2.1 is nobody's; what counts is what would be asked of it.
        var far = relay("smtp://giulia:secret@192.0.2.1:587").properties(false);
        var near = relay("smtp://giulia:secret@127.0.0.1:587").properties(false);
        var open = relay("smtp://192.0.2.1").properties(false);

        assertThat(far).containsEntry("mail.smtp.starttls.required", "true").doesNotContainKey("mail.smtp.ssl.trust");
        assertThat(near).containsEntry("mail.smtp.starttls.required", "false");
        assertThat(open).containsEntry("mail.smtp.starttls.enable", "true").containsEntry("mail.smtp.ssl.trust", "*");
    }

    private Answer send(Letter letter) throws Exception {
        try (var connection = relay(other.url()).connect(false)) {
            return connection.send(letter);
        }
    }

    private Relay relay(String url) {
        try {
            return new Relay(
                    RelayAddress.parse(url), "acme.example", new Composer(FilesInFolder.at(home), Optional.empty()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
