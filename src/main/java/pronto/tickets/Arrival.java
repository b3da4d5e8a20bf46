package pronto.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.IncomingMail;
import pronto.channels.Mailbox;
import pronto.channels.Trust;

/** A message that reached us, before it has its place on a ticket. */
public record Arrival(
        Channel channel,
        @Nullable Long incoming,
        @Nullable Automatic automatic,
        @Nullable Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> replyTo,
        String subject,
        @Nullable Instant date,
        Instant receivedAt,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        String fullText,
        @Nullable String html,
        boolean remoteImages,
        @Nullable Trust trust,
        @Nullable String unreadable,
        List<Message.File> files) {

    public static Arrival of(IncomingMail mail) {
        return new Arrival(
                Channel.EMAIL,
                mail.id(),
                mail.automatic(),
                mail.from(),
                mail.to(),
                mail.cc(),
                elsewhere(mail),
                mail.subject(),
                mail.date(),
                mail.receivedAt(),
                mail.messageId(),
                mail.inReplyTo(),
                mail.references(),
                mail.text(),
                mail.fullText(),
                mail.html(),
                mail.remoteImages(),
                mail.trust(),
                mail.unreadable(),
                mail.attachments().stream().map(Arrival::file).toList());
    }

    /** Where the author wants to be answered, if not where they write from. */
    private static List<Mailbox> elsewhere(IncomingMail mail) {
        var from = mail.from();
        return mail.replyTo().stream()
                .filter(mailbox -> from == null || !mailbox.address().equals(from.address()))
                .limit(5)
                .toList();
    }

    /** The same, bringing nobody along. */
    public Arrival heldBack() {
        return new Arrival(
                channel,
                incoming,
                automatic,
                from,
                List.of(),
                List.of(),
                List.of(),
                subject,
                date,
                receivedAt,
                messageId,
                inReplyTo,
                references,
                text,
                fullText,
                html,
                remoteImages,
                trust,
                unreadable,
                files);
    }

    private static Message.File file(IncomingMail.Attachment kept) {
        return new Message.File(
                kept.name(), kept.contentType(), kept.file(), kept.size(), kept.inline(), kept.contentId());
    }

    /** What somebody typed or a program sent: words without mark-up. */
    public static Arrival typed(
            Channel channel,
            @Nullable Mailbox from,
            String subject,
            String text,
            List<Message.File> files,
            Trust trust,
            Instant at) {
        return new Arrival(
                channel, null, null, from, List.of(), List.of(), List.of(), subject, at, at, null, null, List.of(),
                text, text, null, false, trust, null, files);
    }
}
