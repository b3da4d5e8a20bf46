package pronto.channels;

import java.util.Collection;
import java.util.List;

/** What Pronto sends: written in the transaction of its cause, carried out afterwards, at least once, by a stable key. */
public interface Outbox {

    /** A message on its way: its row and the Message-ID it will bear. */
    record Sent(long outgoing, String messageId) {}

    Sent send(OutgoingMail mail);

    /** Takes it back while nothing of it has left; false when it was too late. */
    boolean cancel(long outgoing);

    /** Tries the address again now, whatever happened before; what was taken back stays so. */
    void resend(long delivery);

    /** A mail came back that says so: the address of the message with this Message-ID refused it after all. */
    void bounced(String messageId, String address, String answer);

    /** A server on the way says so: it has that message, and has not reached the address so far. */
    void delayed(String messageId, String address, String answer);

    List<Delivery> deliveries(Collection<Long> outgoing);
}
