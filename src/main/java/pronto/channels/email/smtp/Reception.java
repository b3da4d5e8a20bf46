package pronto.channels.email.smtp;

import java.io.IOException;
import pronto.channels.email.ArrivingMail;

/** What the door asks of the house behind it. */
public interface Reception {

    /** Whether mail to this address is ours to take. */
    boolean isOurs(String address);

    /** Keeps the mail. When it returns, the mail is on stable storage; when it throws, the sender must try again. */
    void take(Envelope envelope, ArrivingMail mail) throws IOException;
}
