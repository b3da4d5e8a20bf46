package pronto.channels.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail;

/** The copy of a message that goes to one address: everything the relay is told, the same at every try. */
record Letter(
        String recipient,
        Mailbox from,
        @Nullable String replyTo,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        String text,
        @Nullable String html,
        String signature,
        String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        List<OutgoingMail.Attachment> attachments,
        String language,
        boolean automatic,
        Instant date) {}
