package pronto.channels;

import org.jspecify.annotations.Nullable;

/** Where a report about a mail of ours is taken to: what it did not reach is shown as lost or as late. */
public interface Returns {

    /**
     * Believed of the message it names, for an address we sent that message to, or of the address that we signed for its
     * recipient; of anything else it says nothing. The ticket that such an address proves it to be about.
     */
    @Nullable Long cameBack(IncomingMail report);
}
