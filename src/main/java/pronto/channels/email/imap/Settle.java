package pronto.channels.email.imap;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Arrays;

/** Flags, moves or deletes on the server what is safely here; what was not done before an end is done later. */
record Settle(Held mailbox, Afterwards afterwards) {

    void everything(Connection connection, long validity) throws MessagingException {
        for (var uids = mailbox.unsettled(validity); !uids.isEmpty(); uids = mailbox.unsettled(validity)) {
            var there = Arrays.stream(connection
                            .folder()
                            .getMessagesByUID(
                                    uids.stream().mapToLong(uid -> uid).toArray()))
                    .filter(mail -> mail != null && !mail.isExpunged())
                    .toArray(Message[]::new);
            if (there.length > 0) {
                afterwards.settle(connection, there);
            }
            mailbox.settled(validity, uids);
        }
    }
}
