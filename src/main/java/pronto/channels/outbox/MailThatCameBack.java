package pronto.channels.outbox;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.EmailAddress;
import pronto.channels.IncomingMail;
import pronto.channels.Outbox;
import pronto.channels.ReplyTokens;
import pronto.channels.Returns;
import pronto.channels.Trust;
import pronto.channels.Undelivered;

/**
 * Finds out which copy of which message came back. A copy leaves with the signed reply address of its recipient as its
 * sender, and a bounce goes there: so it names the recipient even where their server calls them by another name.
 */
@Component
class MailThatCameBack implements Returns {

    private static final int MESSAGES = 10;

    private record Copy(String address, long ticket) {}

    private final JdbcClient db;
    private final Outbox outbox;
    private final ReplyTokens tokens;

    MailThatCameBack(JdbcClient db, Outbox outbox, ReplyTokens tokens) {
        this.db = db;
        this.outbox = outbox;
        this.tokens = tokens;
    }

    @Override
    @Transactional
    public void cameBack(IncomingMail bounce) {
        if (bounce.undelivered().isEmpty() || bounce.trust() == Trust.FAILED) {
            return;
        }
        Stream.concat(bounce.references().stream(), Stream.ofNullable(bounce.inReplyTo()))
                .flatMap(id -> HeaderText.messageId(id).stream())
                .distinct()
                .limit(MESSAGES)
                .forEach(message -> cameBack(bounce, message));
    }

    private void cameBack(IncomingMail bounce, String message) {
        for (var copy : copies(message)) {
            var named = bounce.undelivered().stream()
                    .filter(undelivered -> isOf(copy, undelivered))
                    .findFirst();
            if (named.isPresent()) {
                outbox.bounced(message, copy.address(), named.get().answer());
            } else if (isSender(copy, bounce)) {
                outbox.bounced(
                        message, copy.address(), bounce.undelivered().getFirst().answer());
            }
        }
    }

    private static boolean isOf(Copy copy, Undelivered undelivered) {
        return EmailAddress.parse(undelivered.address())
                .filter(address -> address.toString().equals(copy.address()))
                .isPresent();
    }

    private boolean isSender(Copy copy, IncomingMail bounce) {
        return bounce.replyTokens().stream()
                .limit(MESSAGES)
                .map(token -> tokens.ticketOf(token, copy.address()))
                .anyMatch(ticket -> ticket != null && ticket == copy.ticket());
    }

    private List<Copy> copies(String message) {
        return db.sql("""
                select d.address, coalesce(o.subject_id, 0) as ticket
                  from channels.outgoing o join channels.delivery d on d.outgoing_id = o.id
                 where o.message_id = :message and d.state = 'sent'
                 order by d.id
                """)
                .param("message", message)
                .query((row, number) -> new Copy(row.getString("address"), row.getLong("ticket")))
                .list();
    }
}
