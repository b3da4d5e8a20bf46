package pronto.channels;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;

/** The mails that came in, read. */
public interface IncomingMails {

    /** Reads a kept mail into its parts; one that cannot be read says so in {@link IncomingMail#unreadable()}. */
    IncomingMail read(long incoming);

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
