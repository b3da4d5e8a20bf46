package pronto.channels;

import java.time.Instant;

/** A mailbox that is fetched has failed for so long that somebody should look, or works again after that. */
public sealed interface MailboxNews {

    String mailbox();

    /** When it was noticed. */
    Instant at();

    /** {@code why} is what the other server said, or what happened. */
    record Fails(String mailbox, Instant since, String why, Instant at) implements MailboxNews {}

    record WorksAgain(String mailbox, Instant at) implements MailboxNews {}
}
