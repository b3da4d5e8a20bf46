package pronto.channels.email.imap;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;

/** What happens on the server to a mail that is safely kept here. */
sealed interface Afterwards {

    void settle(Connection connection, Message[] mails) throws MessagingException;

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
        public void settle(Connection connection, Message[] mails) throws MessagingException {
            connection.folder().setFlags(mails, new Flags(Flags.Flag.SEEN), true);
        }
    }

    record Move(String folder) implements Afterwards {

        @Override
        public void settle(Connection connection, Message[] mails) throws MessagingException {
            var from = connection.folder();
            var to = connection.beside(folder);
            from.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
            if (connection.offers("MOVE")) {
                from.moveMessages(mails, to);
            } else {
                from.copyMessages(mails, to);
                remove(connection, mails);
            }
        }
    }

    record Delete() implements Afterwards {

        @Override
        public void settle(Connection connection, Message[] mails) throws MessagingException {
            remove(connection, mails);
        }
    }

    /** Without UIDPLUS the rest of what is marked goes too, as with any mail program. */
    private static void remove(Connection connection, Message[] mails) throws MessagingException {
        var folder = connection.folder();
        folder.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
        if (connection.offers("UIDPLUS")) {
            folder.expunge(mails);
        } else {
            folder.expunge();
        }
    }
}
