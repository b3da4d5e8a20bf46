package pronto.channels.email.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** What happens on the server to a mail that is safely kept here. */
sealed interface Afterwards {

    void settle(IMAPStore store, IMAPFolder folder, Message[] mails) throws MessagingException;

    static Afterwards of(String written) {
        if (written.equals("delete")) {
            return new Delete();
        }
        return written.startsWith("move:")
                ? new Move(written.substring("move:".length()).strip())
                : new Flag();
    }

    /** Marked as read, and left where it is. */
    record Flag() implements Afterwards {

        @Override
        public void settle(IMAPStore store, IMAPFolder folder, Message[] mails) throws MessagingException {
            folder.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
        }
    }

    record Move(String folder) implements Afterwards {

        @Override
        public void settle(IMAPStore store, IMAPFolder from, Message[] mails) throws MessagingException {
            var to = store.getFolder(folder);
            if (!to.exists()) {
                to.create(Folder.HOLDS_MESSAGES);
            }
            from.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
            if (store.hasCapability("MOVE")) {
                from.moveMessages(mails, to);
            } else {
                from.copyMessages(mails, to);
                remove(store, from, mails);
            }
        }
    }

    record Delete() implements Afterwards {

        @Override
        public void settle(IMAPStore store, IMAPFolder folder, Message[] mails) throws MessagingException {
            remove(store, folder, mails);
        }
    }

    /** Without UIDPLUS the rest of what is marked goes too, as with any mail program. */
    private static void remove(IMAPStore store, IMAPFolder folder, Message[] mails) throws MessagingException {
        folder.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            folder.expunge(mails);
        } else {
            folder.expunge();
        }
    }
}
