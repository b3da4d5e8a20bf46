package pronto.channels;

/** The mails that came in, read. */
public interface IncomingMails {

    /** Reads a kept mail into its parts; one that cannot be read says so in {@link IncomingMail#unreadable()}. */
    IncomingMail read(long incoming);

    /** The mail has its place on a ticket now. */
    void filed(long incoming);

    /** It belongs to no ticket, for this reason: automatic mail of nobody's, a blocked sender's. */
    void unfiled(long incoming, String reason);
}
