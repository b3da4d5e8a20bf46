package pronto.channels.email.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.runtime.Settings;

/** A signed-in connection to one folder of one mailbox. */
record Connection(IMAPStore store, IMAPFolder folder) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    static Connection open(Settings.Mailbox mailbox, Login login) throws MessagingException {
        var protocol = mailbox.tls() == Settings.Mailbox.Security.IMPLICIT ? "imaps" : "imap";
        var properties = properties(mailbox, "mail." + protocol + ".");
        login.prepare(properties, "mail." + protocol + ".");
        var session = Session.getInstance(properties);
        var store = (IMAPStore) session.getStore(protocol);
        try {
            login.connect(store, mailbox);
            var folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new Connection(store, folder);
        } catch (MessagingException | RuntimeException e) {
            close(store);
            throw e;
        }
    }

    private static Properties properties(Settings.Mailbox mailbox, String prefix) {
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "60000");
        properties.setProperty(prefix + "writetimeout", "60000");
        properties.setProperty(prefix + "fetchsize", Integer.toString(512 * 1024));
        // Some servers announce sizes that are wrong: the bytes themselves say when they end.
        properties.setProperty(prefix + "ignorebodystructuresize", "true");
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (mailbox.tls() == Settings.Mailbox.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** Asked on the folder's connection: the store would sign in to a second one for it, with what it knew at first. */
    boolean offers(String capability) throws MessagingException {
        return (boolean) folder.doCommand(protocol -> protocol.hasCapability(capability));
    }

    boolean canIdle() throws MessagingException {
        return offers("IDLE");
    }

    /** A folder beside this one, which is made if it is missing. */
    Folder beside(String name) throws MessagingException {
        folder.doCommand(protocol -> {
            var listed = protocol.list("", name);
            if (listed == null || listed.length == 0) {
                protocol.create(name);
            }
            return null;
        });
        return store.getFolder(name);
    }

    /** Whether it is one mail that fails, or all of it. */
    boolean isAlive() {
        return folder.isOpen();
    }

    /** From whatever thread: one that waits on this connection wakes up with an error. */
    @Override
    public void close() {
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException | RuntimeException e) {
            log.debug("while closing: {}", e.toString());
        }
    }
}
