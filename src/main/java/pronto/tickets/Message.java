package pronto.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Automatic;
import pronto.channels.Delivery;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.files.FileId;
import pronto.files.Files;

/**
 * One message or note of a ticket. {@code text} is the visible part, without quotation and signature; {@code fullText}
 * all of it; {@code html} was sanitised when it was stored and names inline pictures as {@code cid:}; {@code replyTo} is where its author
 * wants to be answered, where that is elsewhere; {@code home} the ticket it belongs to, while it lies on another. Until
 * {@code leavesAt} an answer can be taken back; {@code nextUpdate} is when it says
 * that they will hear from us again.
 */
public record Message(
        long id,
        long ticket,
        @Nullable Long home,
        Direction direction,
        Kind kind,
        Channel channel,
        @Nullable Automatic automatic,
        @Nullable Long technician,
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
        @Nullable Long incoming,
        @Nullable Long outgoing,
        @Nullable Instant leavesAt,
        @Nullable Instant nextUpdate,
        List<Attachment> attachments,
        List<Delivery> deliveries) {

    public enum Direction {
        IN,
        OUT
    }

    public enum Kind {
        MESSAGE,
        NOTE
    }

    /** A file on a message; {@code name} is only a label. */
    public record Attachment(
            long id,
            String name,
            String contentType,
            long size,
            FileId file,
            boolean inline,
            @Nullable String contentId) {

        public File again() {
            return new File(name, contentType, file, size, inline, contentId);
        }
    }

    /** A file that is kept and shall lie on a message. */
    public record File(
            String name,
            String contentType,
            FileId file,
            long size,
            boolean inline,
            @Nullable String contentId) {}

    /** A file on its way to us: a label and what the sender says it is. */
    public record Upload(
            String name,
            String contentType,
            boolean inline,
            @Nullable String contentId) {

        public File keptAs(Files.Kept kept) {
            return new File(name, contentType, kept.id(), kept.size(), inline, contentId);
        }
    }

    /** The same with what is kept beside it. */
    public Message with(List<Attachment> lying, List<Delivery> sent) {
        return new Message(
                id,
                ticket,
                home,
                direction,
                kind,
                channel,
                automatic,
                technician,
                from,
                to,
                cc,
                replyTo,
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
                incoming,
                outgoing,
                leavesAt,
                nextUpdate,
                lying,
                sent);
    }

    public boolean note() {
        return kind == Kind.NOTE;
    }
}
