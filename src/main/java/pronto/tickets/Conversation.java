package pronto.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;

/** What was said on a ticket. */
public interface Conversation {

    /** The last messages before this one, or the last of all, the oldest of them first. */
    List<Message> of(long ticket, @Nullable Long before, int limit);

    /** One message, if it lies on this ticket. */
    Optional<Message> message(long ticket, long message);

    /** One attachment, if it lies on this ticket. */
    Optional<Message.Attachment> attachment(long ticket, long attachment);

    List<Participant> participants(long ticket);

    /** Those of several tickets, by ticket. */
    Map<Long, List<Participant>> participants(Collection<Long> tickets);

    /** Whom a mail went to besides us, and who does not take part until somebody lets them in. */
    List<Mailbox> waiting(long ticket);

    /** What was said last on each of these tickets, so many letters of so many messages, the newest first. */
    Map<Long, List<String>> lastWords(Collection<Long> tickets, int messages, int letters);
}
