package pronto.channels.web;

import java.util.List;
import pronto.channels.email.imap.MailboxStates;
import pronto.ui.Text;
import pronto.ui.View;

/** The mailboxes that are fetched: whether each works, and what lies in them that could not be taken. */
public record MailboxesView(List<MailboxStates.State> mailboxes, List<MailboxStates.Left> left) implements View {

    public String why(MailboxStates.Left mail, Text text) {
        var size = mail.size();
        return text.of("channels.mailboxes.left." + mail.reason(), "size", size == null ? "" : text.size(size));
    }
}
