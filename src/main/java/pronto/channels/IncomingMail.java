package pronto.channels;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.files.FileId;

/**
 * One mail as it was understood. {@code text} is the visible part without quotation and signature, {@code fullText} the
 * whole; {@code html} is already sanitised and names inline images as {@code cid:}. {@code replyTokens} are the signed
 * reply addresses it was sent to, still to be checked against the sender; {@code undelivered} is what a bounce says.
 */
public record IncomingMail(
        long id,
        String door,
        Instant receivedAt,
        List<String> envelopeTo,
        @Nullable String supportAddress,
        List<String> replyTokens,
        @Nullable Mailbox from,
        List<Mailbox> replyTo,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        @Nullable Instant date,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        String text,
        String fullText,
        @Nullable String html,
        boolean remoteImages,
        List<Attachment> attachments,
        @Nullable Notice notice,
        Trust trust,
        @Nullable String language,
        FileId raw,
        @Nullable String unreadable) {

    /** Which kind of program wrote it; null where a person did. */
    public @Nullable Automatic automatic() {
        return notice == null ? null : notice.kind();
    }

    /** A file that came with it; {@code name} is only a label. */
    public record Attachment(
            String name,
            String contentType,
            FileId file,
            long size,
            boolean inline,
            @Nullable String contentId) {}
}
