package pronto.channels.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;

/** Mail that is written wrongly is read as far as it goes, and nothing of it is lost. */
class BrokenMailsTest {

    @Test
    void a_boundary_that_never_closes_closes_with_the_mail() {
        var mail = Samples.read("""
                From: marta@acme.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Nothing is sent.
                --b
                Content-Type: application/pdf; name=order.pdf
                Content-Transfer-Encoding: base64

                JVBERi0=
                """);

        assertThat(mail.fullText()).isEqualTo("Nothing is sent.");
        assertThat(mail.attachments())
                .extracting(IncomingMail.Attachment::name, IncomingMail.Attachment::size)
                .containsExactly(tuple("order.pdf", 5L));
    }

    @Test
    void a_boundary_that_is_not_named_or_never_comes_hides_no_words() {
        assertThat(Samples.read("From: a@b.example\nContent-Type: multipart/mixed\n\nNothing is sent.\n")
                        .fullText())
                .contains("Nothing is sent.");
        assertThat(Samples.read("From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\nNothing is sent.\n")
                        .fullText())
                .contains("Nothing is sent.");
    }

    @Test
    void a_mail_without_any_header_is_read() {
        var mail = Samples.read("\nNothing is sent.\n");

        assertThat(mail.fullText()).isEqualTo("Nothing is sent.");
        assertThat(mail.from()).as("whom the envelope names").isEqualTo(new Mailbox(null, "sender@example.org"));
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.messageId()).isNull();
        assertThat(mail.unreadable()).isNull();
    }

    @Test
    void an_encoding_that_is_named_wrongly_loses_no_words() {
        assertThat(Samples.read("From: a@b.example\nContent-Transfer-Encoding: base64\n\nThis is no base64 at all!\n")
                        .unreadable())
                .isNull();
        assertThat(Samples.read("From: a@b.example\nContent-Transfer-Encoding: x-unknown\n\nNothing is sent.\n")
                        .fullText())
                .isEqualTo("Nothing is sent.");
        assertThat(Samples.read(
                                "From: a@b.example\nContent-Transfer-Encoding: quoted-printable\n\n100% =sure= that it =ZZ fails\n")
                        .fullText())
                .contains("100%", "fails");
    }

    @Test
    void a_charset_that_nobody_knows_or_that_is_a_lie_is_guessed() {
        assertThat(Samples.read("From: a@b.example\nContent-Type: text/plain; charset=x-nobody\n\nPerché no?\n")
                        .fullText())
                .isEqualTo("Perché no?");
        assertThat(Samples.read("From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nPerch\u00e9 no?\n"
                                .replace("\n", "\r\n")
                                .getBytes(ISO_8859_1))
                        .fullText())
                .isEqualTo("Perché no?");
    }

    @Test
    void a_mail_within_a_mail_is_a_file_beside_what_was_written() {
        var mail = Samples.read("""
                From: marta@acme.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                See the mail I got.
                --b
                Content-Type: message/rfc822

                From: luca@other.example
                Subject: The order

                Words of another.
                --b--
                """);

        assertThat(mail.fullText()).startsWith("See the mail I got.");
        assertThat(mail.from()).isNotNull().extracting(Mailbox::address).isEqualTo("marta@acme.example");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).endsWith(".eml");
            assertThat(file.contentType()).isEqualTo("message/rfc822");
        });
    }

    @Test
    void a_file_without_a_name_gets_one_and_an_encoded_name_is_read() {
        var mail = Samples.read("""
                From: marta@acme.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: application/pdf
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                JVBERi0=
                --b
                Content-Type: application/pdf; name="=?utf-8?Q?perch=C3=A9.pdf?="
                Content-Disposition: attachment
                Content-Transfer-Encoding: base64

                JVBERi0=
                --b--
                """);

        assertThat(mail.attachments())
                .extracting(IncomingMail.Attachment::name)
                .satisfiesExactly(
                        unnamed -> assertThat(unnamed).isNotBlank().endsWith(".pdf"),
                        named -> assertThat(named).isEqualTo("perché.pdf"));
    }
}
