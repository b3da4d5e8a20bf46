package pronto.channels.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;

/** The mail server that carries our mail on; what opens a connection to it. */
final class Relay {

    private static final String CONNECT_WITHIN = "10000";
    private static final String ANSWER_WITHIN = "120000";

    private final RelayAddress address;
    private final String ourName;
    private final Composer composer;

    Relay(RelayAddress address, String ourName, Composer composer) {
        this.address = address;
        this.ourName = ourName;
        this.composer = composer;
    }

    RelayAddress address() {
        return address;
    }

    /** {@code international} for letters to addresses that are not ASCII: not every server on the way takes those. */
    RelayConnection connect(boolean international) throws MessagingException {
        var session = Session.getInstance(properties(international));
        var transport = new RelayTransport(
                session, new URLName("smtp", address.host(), address.port(), null, address.user(), address.password()));
        transport.connect(address.host(), address.port(), address.user(), address.password());
        return new RelayConnection(session, transport, composer, international);
    }

    Properties properties(boolean international) {
        var set = new Properties();
        set.setProperty("mail.smtp.localhost", ourName);
        set.setProperty("mail.smtp.connectiontimeout", CONNECT_WITHIN);
        set.setProperty("mail.smtp.timeout", ANSWER_WITHIN);
        set.setProperty("mail.smtp.writetimeout", ANSWER_WITHIN);
        set.setProperty("mail.smtp.quitwait", "false");
        set.setProperty("mail.smtp.auth", Boolean.toString(address.user() != null));
        set.setProperty("mail.mime.allowutf8", Boolean.toString(international));
        secure(set);
        return set;
    }

    /**
     * A password is only ever said to a server that has shown whose it is. Without one, encryption with whomever beats
     * none: relays beside us show certificates they made themselves.
     */
    private void secure(Properties set) {
        var neverLeavesTheMachine = address.local();
        var proves = address.tls() || address.user() != null;
        set.setProperty("mail.smtp.ssl.enable", Boolean.toString(address.tls()));
        set.setProperty("mail.smtp.starttls.enable", "true");
        set.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(!address.tls() && address.user() != null && !neverLeavesTheMachine));
        if (neverLeavesTheMachine || !proves) {
            set.setProperty("mail.smtp.ssl.trust", "*");
            set.setProperty("mail.smtp.ssl.checkserveridentity", "false");
        } else {
            set.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        }
    }
}
