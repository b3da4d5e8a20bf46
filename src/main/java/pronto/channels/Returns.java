package pronto.channels;

/** Where a mail that came back is taken to: what it did not reach is shown as bounced. */
public interface Returns {

    /** Believed of the message it names, for an address we sent that message to; of anything else it says nothing. */
    void cameBack(IncomingMail bounce);
}
