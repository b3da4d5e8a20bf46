package pronto.channels.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.channels.EmailAddress;
import pronto.channels.Mailbox;
import pronto.channels.OneLine;
import pronto.channels.OutgoingMail;
import pronto.ui.Invalid;

/** Makes a message fit to be sent: people's words are cleaned, an address that is none is refused. */
final class Fit {

    private static final int SUBJECT = 300;
    private static final int NAME = 100;
    private static final int REFERENCES = 20;

    private Fit() {}

    static OutgoingMail forSending(OutgoingMail mail) {
        if (mail.to().isEmpty() && mail.cc().isEmpty()) {
            throw Invalid.missing("to");
        }
        return new OutgoingMail(
                mail.onceKey(),
                OneLine.of(mail.fromName(), NAME),
                address(mail.fromAddress(), "from"),
                mailboxes(mail.to(), "to"),
                mailboxes(mail.cc(), "cc"),
                OneLine.of(mail.subject(), SUBJECT),
                mail.text().replace("\0", ""),
                mail.html() == null ? null : mail.html().replace("\0", ""),
                messageId(mail.inReplyTo()),
                references(mail.references()),
                mail.attachments(),
                mail.language(),
                mail.automatic(),
                mail.replyTicket(),
                mail.subjectKind(),
                mail.subjectId(),
                mail.sendAfter());
    }

    private static List<Mailbox> mailboxes(List<Mailbox> asked, String field) {
        var fit = new ArrayList<Mailbox>();
        for (int i = 0; i < asked.size(); i++) {
            var name = asked.get(i).name();
            fit.add(new Mailbox(
                    name == null ? null : OneLine.of(name, NAME),
                    address(asked.get(i).address(), field + "[" + i + "]")));
        }
        return List.copyOf(fit);
    }

    private static String address(String asked, String field) {
        return EmailAddress.parse(asked)
                .orElseThrow(() -> new Invalid("not-an-address", field, Map.of("address", asked)))
                .toString();
    }

    private static @Nullable String messageId(@Nullable String asked) {
        return asked == null ? null : HeaderText.messageId(asked).orElse(null);
    }

    /** The first names the thread; of the others the last matter. */
    private static List<String> references(List<String> asked) {
        var fit = asked.stream()
                .flatMap(id -> HeaderText.messageId(id).stream())
                .distinct()
                .toList();
        if (fit.size() <= REFERENCES) {
            return fit;
        }
        var kept = new ArrayList<>(List.of(fit.getFirst()));
        kept.addAll(fit.subList(fit.size() - REFERENCES + 1, fit.size()));
        return kept;
    }
}
