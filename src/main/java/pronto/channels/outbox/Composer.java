package pronto.channels.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.CRLFOutputStream;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail.Attachment;
import pronto.channels.email.trust.DkimSigner;
import pronto.channels.email.trust.Passing;
import pronto.files.Files;

/** Makes the mail of a letter. No other class builds one, so that what may stand in a header is decided once. */
final class Composer {

    // Not Java's own RFC_1123_DATE_TIME: it writes the zone as GMT, which mail calls obsolete.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    /** What the transport leaves out. */
    private static final String[] NOT_SENT = {"Bcc", "Content-Length"};

    private final Files files;
    private final Optional<DkimSigner> signer;

    Composer(Files files, Optional<DkimSigner> signer) {
        this.files = files;
        this.signer = signer;
    }

    MimeMessage compose(Session session, Letter letter) throws MessagingException {
        var mail = new KeepingItsId(session, HeaderText.checked(letter.messageId()));
        mail.setEnvelopeFrom(returns(letter));
        header(mail, "Date", DATE.format(letter.date().atOffset(ZoneOffset.UTC)));
        mail.setFrom(address(letter.from()));
        if (letter.replyTo() != null) {
            mail.setReplyTo(new Address[] {address(new Mailbox(letter.from().name(), letter.replyTo()))});
        }
        mail.setRecipients(RecipientType.TO, addresses(letter.to()));
        mail.setRecipients(RecipientType.CC, addresses(letter.cc()));
        mail.setSubject(HeaderText.checked(letter.subject()), UTF_8.name());
        thread(mail, letter);
        mark(mail, letter);
        fill(mail, letter);
        mail.saveChanges();
        if (signer.isPresent()) {
            sign(mail, letter, signer.get());
        }
        return mail;
    }

    /** What is automatic cannot come back; all else comes back to where it tells whose copy it was. */
    private static String returns(Letter letter) {
        var sender = letter.replyTo() == null ? letter.from() : new Mailbox(null, letter.replyTo());
        return letter.automatic() ? "<>" : address(sender).getAddress();
    }

    /** Over the very bytes that will leave; a large one is written twice, and never held. */
    private static void sign(MimeMessage mail, Letter letter, DkimSigner signer) throws MessagingException {
        var passing = Passing.toSign();
        try (var out = new CRLFOutputStream(new PassedOn(passing))) {
            mail.writeTo(out, NOT_SENT);
        } catch (IOException e) {
            throw new MessagingException("the letter cannot be read for signing", e);
        }
        var domain = EmailAddress.parse(letter.from().address()).orElseThrow().domain();
        mail.setHeader(DkimSigner.FIELD, signer.sign(domain.name(), letter.date(), passing));
    }

    /** Bytes that are looked at, and go nowhere. */
    private static final class PassedOn extends OutputStream {

        private final Passing passing;

        PassedOn(Passing passing) {
            this.passing = passing;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            passing.add(bytes, from, length);
        }
    }

    private static void thread(MimeMessage mail, Letter letter) throws MessagingException {
        if (letter.inReplyTo() != null) {
            header(mail, "In-Reply-To", letter.inReplyTo());
        }
        if (!letter.references().isEmpty()) {
            letter.references().forEach(HeaderText::checked);
            mail.setHeader("References", String.join("\r\n ", letter.references()));
        }
    }

    private static void mark(MimeMessage mail, Letter letter) throws MessagingException {
        header(mail, "Content-Language", letter.language());
        if (letter.automatic()) {
            header(mail, "Auto-Submitted", letter.inReplyTo() == null ? "auto-generated" : "auto-replied");
            header(mail, "X-Auto-Response-Suppress", "All");
        }
    }

    private void fill(MimeMessage mail, Letter letter) throws MessagingException {
        var apart = letter.attachments().stream()
                .filter(attachment -> letter.html() == null || !attachment.inline())
                .toList();
        if (apart.isEmpty() && letter.html() == null) {
            mail.setText(Body.text(letter), UTF_8.name());
        } else if (apart.isEmpty()) {
            mail.setContent(alternatives(letter));
        } else {
            var parts = new ArrayList<BodyPart>();
            parts.add(letter.html() == null ? textPart(letter) : holding(alternatives(letter)));
            for (var attachment : apart) {
                parts.add(filePart(attachment));
            }
            mail.setContent(multipart("mixed", parts));
        }
    }

    private MimeMultipart alternatives(Letter letter) throws MessagingException {
        var inline = letter.attachments().stream().filter(Attachment::inline).toList();
        var html = new MimeBodyPart();
        html.setText(Body.html(letter), UTF_8.name(), "html");
        if (inline.isEmpty()) {
            return multipart("alternative", List.of(textPart(letter), html));
        }
        var related = new ArrayList<BodyPart>(List.of(html));
        for (var picture : inline) {
            related.add(filePart(picture));
        }
        return multipart("alternative", List.of(textPart(letter), holding(multipart("related", related))));
    }

    private static BodyPart textPart(Letter letter) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(Body.text(letter), UTF_8.name());
        return part;
    }

    private BodyPart filePart(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        var name = FileLabel.name(attachment.name());
        part.setDataHandler(new DataHandler(new KeptData(files, attachment, name)));
        part.setDisposition(attachment.inline() ? BodyPart.INLINE : BodyPart.ATTACHMENT);
        part.setFileName(name);
        // Said here, or the file is read once only to find out.
        part.setHeader("Content-Transfer-Encoding", "base64");
        if (attachment.contentId() != null) {
            HeaderText.messageId(attachment.contentId()).ifPresent(id -> contentId(part, id));
        }
        return part;
    }

    private static void contentId(MimeBodyPart part, String id) {
        try {
            part.setContentID(id);
        } catch (MessagingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MimeMultipart multipart(String kind, List<? extends BodyPart> parts) throws MessagingException {
        return new MimeMultipart(kind, parts.toArray(BodyPart[]::new));
    }

    private static BodyPart holding(MimeMultipart inside) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(inside);
        return part;
    }

    private static void header(MimeMessage mail, String name, String value) throws MessagingException {
        mail.setHeader(name, HeaderText.checked(value));
    }

    private static Address[] addresses(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Composer::address).toArray(Address[]::new);
    }

    /** Set, never parsed: Jakarta Mail finds addresses in places where nobody wrote one. */
    static InternetAddress address(Mailbox mailbox) {
        var plain = EmailAddress.parse(mailbox.address())
                .orElseThrow(() -> new IllegalArgumentException("not one e-mail address"));
        var address = new InternetAddress();
        address.setAddress(plain.toString());
        try {
            address.setPersonal(
                    mailbox.name() == null || mailbox.name().isBlank() ? null : HeaderText.checked(mailbox.name()),
                    UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
        return address;
    }

    /** A mail that is sent again must be known as the same. */
    private static final class KeepingItsId extends SMTPMessage {

        private final String id;

        KeepingItsId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
