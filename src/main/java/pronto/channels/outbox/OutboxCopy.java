package pronto.channels.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail.Attachment;

/** An outgoing message as it was written, for whoever looks what left; without its text where that is not theirs to read. */
public record OutboxCopy(
        long id,
        Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        @Nullable String text,
        String signature,
        List<Attachment> attachments,
        String messageId,
        boolean automatic,
        @Nullable String subjectKind,
        @Nullable Long subjectId,
        Instant createdAt) {}
