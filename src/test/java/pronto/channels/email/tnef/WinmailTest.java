package pronto.channels.email.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pronto.channels.IncomingMail;
import pronto.channels.email.Samples;

/** What Outlook packs into a {@code winmail.dat} is read as if it had been sent like everybody's mail. */
class WinmailTest {

    @Test
    void its_words_and_its_files_are_shown_and_the_packing_is_not() {
        var mail = Samples.read(Samples.asSent(Samples.file("messages/mimekit-tnef-rich-text.eml")));

        assertThat(mail.subject()).isEqualTo("Rich Text");
        assertThat(mail.attachments())
                .extracting(IncomingMail.Attachment::name)
                .containsExactly("kitten-playing-with-a-christmas-tree.jpg");
        assertThat(mail.fullText()).isNotBlank().doesNotContain("\\rtf", "winmail.dat");
        assertThat(mail.unreadable()).isNull();
    }

    @Test
    void one_that_is_damaged_is_a_file_like_any_other() {
        var mail = Samples.read("""
                From: marta@acme.example
                Subject: Packed
                Content-Type: application/ms-tnef; name=winmail.dat
                Content-Transfer-Encoding: base64

                eJ8+IgAAAQ==
                """);

        assertThat(mail.subject()).isEqualTo("Packed");
        assertThat(mail.attachments()).extracting(IncomingMail.Attachment::name).containsExactly("winmail.dat");
        assertThat(mail.unreadable()).isNull();
    }
}
