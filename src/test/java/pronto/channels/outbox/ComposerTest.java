package pronto.channels.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.channels.OneLine;
import pronto.channels.OutgoingMail.Attachment;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.files.FilesInFolder;

class ComposerTest {

    static final List<String> LINE_ENDS =
            List.of("\r", "\n", "\r\n", "\0", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\r\n\t");

    @TempDir
    Path home;

    Files files;

    @BeforeEach
    void openFiles() throws IOException {
        files = FilesInFolder.at(home);
    }

    @Test
    void an_answer_has_its_text_twice_and_threads() throws Exception {
        var mail = composed(Letters.answer());

        assertThat(mail.getHeader("From", null)).isEqualTo("=?UTF-8?Q?Giulia_=C2=B7_Acme?= <support@acme.example>");
        assertThat(mail.getHeader("To", null)).endsWith("<marta@rossi.example>");
        assertThat(mail.getHeader("Cc", null)).isEqualTo("luca@rossi.example");
        assertThat(mail.getHeader("Reply-To", null)).endsWith("<support+tok3n@acme.example>");
        assertThat(mail.getSubject()).isEqualTo("Re: La fattura è sbagliata");
        assertThat(mail.getHeader("Message-ID", null)).isEqualTo("<one@acme.example>");
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<question@rossi.example>");
        assertThat(mail.getHeader("References", null)).isEqualTo("<first@rossi.example>\r\n <question@rossi.example>");
        assertThat(mail.getHeader("Date", null)).isEqualTo("Mon, 23 Nov 2026 09:05:00 +0000");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("it");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(shape(mail)).isEqualTo("alternative(text/plain, text/html)");
        assertThat(part(mail, 0).getContent())
                .isEqualTo("Buongiorno Marta,\r\nla fattura è corretta.\r\n\r\n-- \r\nGiulia\r\nAcme, assistenza\r\n");
        assertThat(part(mail, 1).getContent().toString())
                .contains("<html lang=\"it\">", "la fattura è corretta.</p>", "Giulia<br>\r\nAcme, assistenza</p>");
    }

    @Test
    void an_automatic_mail_says_so_and_cannot_bounce_back() throws Exception {
        var mail = composed(Letters.automatic());

        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(shape(mail)).isEqualTo("text/plain");
    }

    @Test
    void the_same_letter_is_the_same_mail_at_every_try() throws Exception {
        var first = bytes(Letters.automatic());

        assertThat(bytes(Letters.automatic())).isEqualTo(first);
    }

    @Test
    void pictures_stay_with_the_text_and_files_follow_it() throws Exception {
        var picture = new Attachment("schermata.png", "image/png", kept("png"), 3, true, "<shot@acme>");
        var file = new Attachment("Relazione d'aprile.pdf", "application/pdf", kept("pdf"), 3, false, null);

        var mail = composed(Letters.with(picture, file));

        assertThat(shape(mail))
                .isEqualTo("mixed(alternative(text/plain, related(text/html, image/png)), application/pdf)");
        var report = (MimeBodyPart) ((Multipart) mail.getContent()).getBodyPart(1);
        assertThat(MimeUtility.decodeText(report.getFileName())).isEqualTo("Relazione d'aprile.pdf");
        assertThat(report.getInputStream().readAllBytes()).asString(UTF_8).isEqualTo("pdf");
    }

    @Test
    void a_mail_in_a_mail_travels_as_bytes() throws Exception {
        var inner = new Attachment("originale.eml", "message/rfc822", kept("Subject: x\r\n\r\ny"), 16, false, null);

        assertThat(shape(composed(Letters.with(inner))))
                .isEqualTo("mixed(alternative(text/plain, text/html), application/octet-stream)");
    }

    @Test
    void no_line_of_text_can_end_the_mail_or_be_too_long() throws Exception {
        var raw = new String(bytes(Letters.answer()), UTF_8);

        assertThat(raw.lines()).allMatch(line -> line.length() <= 998).doesNotContain(".");
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void nobody_writes_a_header_by_a_subject_or_a_name() {
        for (var end : LINE_ENDS) {
            assertThatThrownBy(() -> bytes(Letters.saying("Fattura" + end + "Bcc: eve@evil.example", "Marta")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> bytes(Letters.saying("Fattura", "Marta" + end + "Bcc: eve@evil.example")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatever_is_cleaned_leaves_the_headers_as_they_are() throws Exception {
        var seed = RandomGenerator.getDefault().nextLong();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 500; i++) {
            var hostile = hostile(random);
            var letter = Letters.saying(OneLine.of(hostile, 300), OneLine.of(hostile, 100));
            var raw = new String(bytes(letter), UTF_8);
            var names = Collections.list(parsed(raw).getAllHeaders()).stream()
                    .map(header -> header.getName())
                    .toList();
            assertThat(names)
                    .as("seed %d, try %d", seed, i)
                    .doesNotHaveDuplicates()
                    .allMatch(List.of(
                            "Date",
                            "From",
                            "Reply-To",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Content-Transfer-Encoding",
                            "Content-Language")::contains);
            assertThat(parsed(raw).getRecipients(RecipientType.TO)).hasSize(1);
        }
    }

    @Test
    void an_address_that_hides_another_is_no_recipient() {
        for (var odd : List.of(
                "a@b.example>, <eve@evil.example",
                "\"a@evil.example\"@b.example",
                "<a@b.example>c@d.example",
                "a b@c.example",
                "a@b@c.example",
                "")) {
            assertThatThrownBy(() -> bytes(Letters.to(new pronto.channels.Mailbox(null, odd))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String hostile(RandomGenerator random) {
        var pieces = List.of(
                "Bcc: eve@evil.example",
                "=?utf-8?q?=0d=0aBcc:_x?=",
                "<a@b>",
                ",",
                ";",
                "\"",
                "(",
                ":",
                "è",
                "😀",
                "\u560a",
                "\u202e",
                " ",
                "x".repeat(90),
                "\ud800",
                "\\");
        var text = new StringBuilder();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
            text.append(random.nextBoolean() ? LINE_ENDS.get(random.nextInt(LINE_ENDS.size())) : "");
        }
        return text.toString();
    }

    private MimeMessage composed(Letter letter) throws Exception {
        return parsed(new String(bytes(letter), UTF_8));
    }

    private static MimeMessage parsed(String raw) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(UTF_8)));
    }

    private byte[] bytes(Letter letter) throws Exception {
        var out = new ByteArrayOutputStream();
        new Composer(files, Optional.empty())
                .compose(Session.getInstance(new Properties()), letter)
                .writeTo(out);
        return out.toByteArray();
    }

    private FileId kept(String content) throws IOException {
        return files.put(new ByteArrayInputStream(content.getBytes(UTF_8))).id();
    }

    private static Part part(MimeMessage mail, int index) throws Exception {
        return ((Multipart) mail.getContent()).getBodyPart(index);
    }

    private static String shape(Part part) throws Exception {
        var type = part.getContentType().split(";", 2)[0];
        if (!(part.getContent() instanceof Multipart parts)) {
            return type;
        }
        var inside = new java.util.ArrayList<String>();
        for (int i = 0; i < parts.getCount(); i++) {
            inside.add(shape(parts.getBodyPart(i)));
        }
        return type.substring("multipart/".length()) + "(" + String.join(", ", inside) + ")";
    }
}
