package pronto.tickets;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;

/**
 * An answer to the customer. Without {@code to} it goes to the reporter, with the other participants in copy;
 * {@code then} is the state afterwards, and without it no state changes; {@code nextUpdate} is when they are told to hear
 * from us again.
 */
public record Reply(
        Body body,
        @Nullable List<Mailbox> to,
        @Nullable List<Mailbox> cc,
        List<Message.File> files,
        @Nullable TicketState then,
        @Nullable Instant nextUpdate) {

    public Reply(
            Body body,
            @Nullable List<Mailbox> to,
            @Nullable List<Mailbox> cc,
            List<Message.File> files,
            @Nullable TicketState then) {
        this(body, to, cc, files, then, null);
    }
}
