package pronto.channels.email.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;
import pronto.runtime.Settings;

/** How one signs in to a mailbox. */
sealed interface Login {

    void prepare(Properties properties, String prefix);

    void connect(IMAPStore store, Settings.Mailbox mailbox) throws MessagingException;

    record Password() implements Login {

        @Override
        public void prepare(Properties properties, String prefix) {
            // Any mechanism that both know.
        }

        @Override
        public void connect(IMAPStore store, Settings.Mailbox mailbox) throws MessagingException {
            store.connect(mailbox.host(), mailbox.port(), mailbox.user(), Objects.requireNonNull(mailbox.password()));
        }
    }

    record ByToken(AccessTokens tokens) implements Login {

        @Override
        public void prepare(Properties properties, String prefix) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }

        @Override
        public void connect(IMAPStore store, Settings.Mailbox mailbox) throws MessagingException {
            try {
                store.connect(mailbox.host(), mailbox.port(), mailbox.user(), tokens.token());
            } catch (AuthenticationFailedException e) {
                // It may have been ended before its time: once more with a new one.
                tokens.refused();
                store.connect(mailbox.host(), mailbox.port(), mailbox.user(), tokens.token());
            }
        }
    }
}
