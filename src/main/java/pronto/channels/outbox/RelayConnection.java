package pronto.channels.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;

/** One conversation with the relay, for as many letters as it takes. */
final class RelayConnection implements AutoCloseable {

    private final Session session;
    private final RelayTransport transport;
    private final Composer composer;
    private final boolean international;

    RelayConnection(Session session, RelayTransport transport, Composer composer, boolean international) {
        this.session = session;
        this.transport = transport;
        this.composer = composer;
        this.international = international;
    }

    Answer send(Letter letter) {
        if (international && !transport.supportsExtension("SMTPUTF8")) {
            return new Answer.Refused("the relay does not take addresses that are not ASCII (SMTPUTF8)");
        }
        var recipient = new InternetAddress();
        recipient.setAddress(letter.recipient());
        try {
            transport.sendMessage(composer.compose(session, letter), new Address[] {recipient});
            return new Answer.Taken(Failure.line(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return Failure.answer(e, transport.mayHaveLeft());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Failure.answer(e);
        }
    }

    /** False after a failure that ended the conversation: the next letter needs a new one. */
    boolean isOpen() {
        return transport.isConnected();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is closed.
        }
    }
}
