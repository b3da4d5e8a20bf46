package pronto.channels.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.channels.Mailbox;
import pronto.channels.OutgoingMail.Attachment;
import pronto.channels.OutgoingSubjects.Link;
import pronto.channels.outbox.OutboxCopy;
import pronto.ui.View;

/** One outgoing message as it was written, and how far it got with each address. */
public record OutgoingView(OutboxCopy copy, @Nullable Link about, Addresses addresses) implements View {

    public String from() {
        return shown(copy.from());
    }

    public List<String> to() {
        return copy.to().stream().map(OutgoingView::shown).toList();
    }

    public List<String> cc() {
        return copy.cc().stream().map(OutgoingView::shown).toList();
    }

    public List<Attachment> attachments() {
        return copy.attachments();
    }

    private static String shown(Mailbox mailbox) {
        return mailbox.name() == null || mailbox.name().isBlank()
                ? mailbox.address()
                : mailbox.name() + " <" + mailbox.address() + ">";
    }
}
