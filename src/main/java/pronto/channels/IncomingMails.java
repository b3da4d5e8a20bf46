package pronto.channels;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The mails that came in: those that wait for their place, and each one read. */
public interface IncomingMails {

    /** A mail that waits for its place; {@code sender} is only what it says of itself. */
    record Waiting(long id, String sender) {}

    /**
     * The next mails that wait, oldest first, but for these senders. Whose mails they are is held until the caller's
     * transaction ends: nobody else gets any of theirs, on whatever node, so that they are filed in the order they came.
     */
    List<Waiting> next(int most, Collection<String> butFor);

    /** Holds this one as {@link #next} does, waiting for whoever holds it now; false where it has its place meanwhile. */
    boolean hold(Waiting mail);

    /** Reads kept mails into their parts; one that cannot be read says so in {@link IncomingMail#unreadable()}. */
    List<IncomingMail> read(List<Long> incoming);

    default IncomingMail read(long incoming) {
        return read(List.of(incoming)).getFirst();
    }

    /** What was found out about who sent each of them; one that was taken before that was asked is left out. */
    Map<Long, Evidence> evidence(Collection<Long> incoming);

    /** The mail as it came, byte for byte. */
    Raw raw(long incoming) throws IOException;

    record Raw(InputStream bytes, long size) {}

    /** The mail has its place on a ticket now. */
    void filed(long incoming);

    /** It belongs to no ticket, for this reason: automatic mail of nobody's, a blocked sender's. */
    void unfiled(long incoming, String reason);
}
