package pronto.channels.email;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pronto.channels.Evidence;
import pronto.channels.IncomingMail;
import pronto.channels.IncomingMail.Attachment;
import pronto.channels.Mailbox;
import pronto.channels.Notice;
import pronto.channels.SupportAddresses;
import pronto.channels.Trust;
import pronto.channels.email.automatic.Automatics;
import pronto.channels.email.html.HtmlText;
import pronto.channels.email.html.Sanitiser;
import pronto.channels.email.html.Weight;
import pronto.channels.email.mime.Addresses;
import pronto.channels.email.mime.Enclosed;
import pronto.channels.email.mime.Header;
import pronto.channels.email.mime.MessageIds;
import pronto.channels.email.mime.MimeReader;
import pronto.channels.email.mime.ReadMail;
import pronto.channels.email.mime.Uuencoded;
import pronto.channels.email.reply.VisibleReply;
import pronto.channels.email.trust.AuthenticationResults;
import pronto.files.FileId;
import pronto.files.Files;
import pronto.runtime.Settings;
import pronto.runtime.Stages;
import pronto.runtime.Stages.Stage;
import pronto.ui.Words;

/** Understands a kept mail: from its bytes and its envelope to what a technician and a ticket need of it. */
@Component
class MailReading {

    /** The row of a kept mail. */
    record Kept(
            long id,
            String door,
            Instant receivedAt,
            @Nullable String envelopeFrom,
            List<String> envelopeTo,
            FileId raw,
            @Nullable Evidence evidence) {

        Kept with(@Nullable Evidence found) {
            return new Kept(id, door, receivedAt, envelopeFrom, envelopeTo, raw, found);
        }
    }

    private static final List<String> SENT_TO = List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to");

    private final Files files;
    private final SupportAddresses addresses;
    private final List<String> believed;
    private final AppointmentText appointments;
    private final Stages stages;

    @Autowired
    MailReading(Files files, SupportAddresses addresses, Settings settings, Words words, Stages stages) {
        this(files, addresses, settings.mail().authserv(), words, stages);
    }

    MailReading(Files files, SupportAddresses addresses, List<String> believed, Words words, Stages stages) {
        this.stages = stages;
        this.appointments = new AppointmentText(words);
        this.files = files;
        this.addresses = addresses;
        this.believed = believed;
    }

    IncomingMail read(Kept kept) throws IOException {
        try (var raw = files.open(kept.raw())) {
            return read(kept, raw);
        }
    }

    private IncomingMail read(Kept kept, InputStream raw) throws IOException {
        var mail = stages.time(Stage.PARSE, () -> MimeReader.read(raw, files));
        var header = mail.header();
        var from = from(header, kept.envelopeFrom());
        var words = stages.time(Stage.SANITISE, () -> said(mail));
        var notice = Automatics.of(mail, words.full(), kept.envelopeFrom(), addresses);
        var sentTo = sentTo(kept, header);
        return new IncomingMail(
                kept.id(),
                kept.door(),
                kept.receivedAt(),
                kept.envelopeTo(),
                supportAddress(sentTo),
                replyTokens(sentTo),
                from,
                Addresses.parse(header.first("reply-to")),
                Addresses.parse(header.first("to")),
                Addresses.parse(header.first("cc")),
                header.readable("subject"),
                header.date(),
                MessageIds.first(header.first("message-id")),
                MessageIds.first(header.first("in-reply-to")),
                references(mail, notice, words.full()),
                words.visible(),
                words.full(),
                words.html(),
                words.remoteImages(),
                words.attachments(),
                notice,
                trust(kept, header, from),
                words.language(),
                kept.raw(),
                mail.unreadable());
    }

    /** Of one that makes its reader fail, only what our own door knows. */
    IncomingMail unread(Kept kept) {
        var nothing = List.<Mailbox>of();
        return new IncomingMail(
                kept.id(),
                kept.door(),
                kept.receivedAt(),
                kept.envelopeTo(),
                null,
                List.of(),
                null,
                nothing,
                nothing,
                nothing,
                "",
                null,
                null,
                null,
                List.of(),
                "",
                "",
                null,
                false,
                List.of(),
                null,
                Trust.UNVERIFIED,
                null,
                kept.raw(),
                "broken");
    }

    /** The author, who is never taken from anywhere else where one is named: not even from a name that cannot be read. */
    private static @Nullable Mailbox from(Header header, @Nullable String envelopeFrom) {
        var written = header.first("from");
        var named = Addresses.parse(written == null || written.isBlank() ? envelopeFrom : written);
        return named.isEmpty() ? null : named.getFirst();
    }

    /** Found out when it came in; where it was not, only what a server of ours wrote on it counts. */
    private Trust trust(Kept kept, Header header, @Nullable Mailbox from) {
        var evidence = kept.evidence();
        if (evidence != null && evidence.trust() == Trust.VERIFIED && !isOf(evidence, from)) {
            // Two readers of one header found two authors in it.
            return Trust.UNVERIFIED;
        }
        return evidence != null
                ? evidence.trust()
                : AuthenticationResults.of(
                                header.all("authentication-results"), from == null ? null : from.domain(), believed)
                        .map(Evidence::trust)
                        .orElse(Trust.UNVERIFIED);
    }

    private static boolean isOf(Evidence evidence, @Nullable Mailbox from) {
        var proven = evidence.dmarc().domain();
        return proven == null || from != null && proven.equals(from.domain());
    }

    private Set<String> sentTo(Kept kept, Header header) {
        var sentTo = new LinkedHashSet<>(kept.envelopeTo());
        for (String name : SENT_TO) {
            header.all(name).forEach(field -> Addresses.parse(field).forEach(mailbox -> sentTo.add(mailbox.address())));
        }
        sentTo.removeIf(address -> addresses.find(address) == null);
        return sentTo;
    }

    private @Nullable String supportAddress(Set<String> sentTo) {
        return sentTo.stream()
                .map(addresses::find)
                .filter(Objects::nonNull)
                .map(SupportAddresses.SupportAddress::address)
                .findFirst()
                .orElse(null);
    }

    private static List<String> replyTokens(Set<String> sentTo) {
        return sentTo.stream()
                .map(address -> address.substring(0, address.lastIndexOf('@')))
                .filter(local -> local.contains("+"))
                .map(local -> local.substring(local.indexOf('+') + 1))
                .toList();
    }

    /** A report refers to the mail it is about, wherever it names it. */
    private static List<String> references(ReadMail mail, @Nullable Notice notice, String text) {
        var references = new LinkedHashSet<>(MessageIds.parse(mail.header().first("references")));
        if (notice instanceof Notice.Bounce || notice instanceof Notice.Complaint) {
            mail.enclosures().forEach(enclosure -> references.addAll(Enclosed.messageIds(enclosure.text())));
            references.addAll(Enclosed.messageIds(text));
        }
        return List.copyOf(references);
    }

    private record Said(
            String visible,
            String full,
            @Nullable String html,
            boolean remoteImages,
            List<Attachment> attachments,
            @Nullable String language) {}

    private Said said(ReadMail mail) throws IOException {
        var attachments = new ArrayList<>(mail.attachments());
        if (mail.html() == null) {
            var written = Uuencoded.take(mail.plain() == null ? "" : mail.plain(), files);
            attachments.addAll(written.files());
            var text = written.text().strip();
            return text.isEmpty() && !mail.forwarded().isEmpty()
                    ? forwarded(mail)
                    : said(mail, VisibleReply.of(text), text, null, false, attachments);
        }
        var page = Jsoup.parse(mail.html());
        if (Weight.isTooMuch(page)) {
            var all = HtmlText.of(page.body());
            return said(mail, VisibleReply.of(all), all, null, false, attachments);
        }
        attachments.addAll(DataImages.take(page, files));
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var harmless = Sanitiser.clean(page.body().html());
        var plain = mail.plain() == null ? "" : mail.plain().strip();
        var text = plain.isEmpty() ? HtmlText.of(page.body()) : plain;
        return said(
                mail,
                VisibleReply.of(text, page),
                text,
                harmless.html(),
                harmless.remoteImages(),
                attachments.stream().map(file -> marked(file, harmless.html())).toList());
    }

    /** Who only passes mails on says what they say. */
    private Said forwarded(ReadMail mail) {
        var text = String.join("\n\n", mail.forwarded());
        return said(mail, text, text, null, false, mail.attachments());
    }

    private Said said(
            ReadMail mail,
            String visible,
            String full,
            @Nullable String html,
            boolean remoteImages,
            List<Attachment> attachments) {
        var language = Language.of(visible);
        return new Said(
                appointments.with(visible, mail.appointments(), language),
                appointments.with(full, mail.appointments(), language),
                html,
                remoteImages,
                attachments,
                language);
    }

    /** A picture that the text shows is no file to list beneath it. */
    private static Attachment marked(Attachment file, String html) {
        var id = file.contentId();
        boolean shown = id != null && html.toLowerCase(Locale.ROOT).contains("cid:" + id.toLowerCase(Locale.ROOT));
        return new Attachment(file.name(), file.contentType(), file.file(), file.size(), shown, id);
    }
}
