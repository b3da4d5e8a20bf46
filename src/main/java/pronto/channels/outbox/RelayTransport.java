package pronto.channels.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP that remembers whether the last letter may have left. */
final class RelayTransport extends SMTPTransport {

    private boolean ended;

    RelayTransport(Session session, URLName url) {
        super(session, url);
    }

    /** Whether the end of the letter was said, or being said, when it failed. */
    boolean mayHaveLeft() {
        return ended;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        ended = false;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        ended = true;
        super.finishData();
    }

    @Override
    protected void mailFrom() throws MessagingException {
        ended = false;
        super.mailFrom();
    }
}
