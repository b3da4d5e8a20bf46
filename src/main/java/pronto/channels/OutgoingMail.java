package pronto.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.files.FileId;

/**
 * A message to send. {@code onceKey} makes a second call with the same key harmless; every address in {@code to} and
 * {@code cc} gets a copy of its own with the reply address that {@code replyTicket} and the address sign.
 */
public record OutgoingMail(
        String onceKey,
        String fromName,
        String fromAddress,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String inReplyTo,
        List<String> references,
        List<Attachment> attachments,
        String language,
        boolean automatic,
        @Nullable Long replyTicket,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        Instant sendAfter) {

    /** A letter of Pronto's own to one of us. */
    public static OutgoingMail toOurOwn(
            String onceKey,
            String fromAddress,
            Mailbox to,
            String subject,
            String text,
            String language,
            String subjectKind,
            long subjectId,
            Instant sendAfter) {
        return new OutgoingMail(
                onceKey,
                "Pronto",
                fromAddress,
                List.of(to),
                List.of(),
                subject,
                text,
                null,
                null,
                List.of(),
                List.of(),
                language,
                true,
                null,
                subjectKind,
                subjectId,
                sendAfter);
    }

    public record Attachment(
            String name,
            String contentType,
            FileId file,
            long size,
            boolean inline,
            @Nullable String contentId) {}
}
