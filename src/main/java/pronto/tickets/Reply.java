package pronto.tickets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;

/**
 * An answer to the customer. Without {@code to} it goes to the reporter, with the other participants in copy;
 * {@code then} is the state afterwards, and without it no state changes.
 */
public record Reply(
        Body body,
        @Nullable List<Mailbox> to,
        @Nullable List<Mailbox> cc,
        List<Message.File> files,
        @Nullable TicketState then) {}
