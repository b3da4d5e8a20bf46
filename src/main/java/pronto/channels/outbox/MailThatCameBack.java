package pronto.channels.outbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.EmailAddress;
import pronto.channels.IncomingMail;
import pronto.channels.Notice;
import pronto.channels.Notice.Outcome;
import pronto.channels.Outbox;
import pronto.channels.ReplyTokens;
import pronto.channels.Returns;
import pronto.channels.Trust;

/**
 * Finds out which copy of which message a report is about. A copy leaves with the signed reply address of its recipient as
 * its sender, and a report goes there: so it names the recipient even where their server calls them by another name, and
 * the ticket where the report repeats nothing of the message.
 */
@Component
class MailThatCameBack implements Returns {

    private static final int MESSAGES = 10;
    private static final int COPIES = 200;

    private record Copy(String message, String address, long ticket) {}

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
    public @Nullable Long cameBack(IncomingMail report) {
        if (!(report.notice() instanceof Notice.Bounce bounce) || report.trust() == Trust.FAILED) {
            return null;
        }
        var copies = copies(named(report));
        copies.forEach(copy -> tell(copy, report, bounce));
        var signed = ofSignedAddress(report, bounce);
        if (copies.isEmpty()) {
            // The newest: what went to them before has long arrived or long come back.
            signed.ifPresent(copy -> said(bounce).ifPresent(said -> mark(copy, said)));
        }
        return signed.map(Copy::ticket).orElse(null);
    }

    private static Set<String> named(IncomingMail report) {
        var named = new LinkedHashSet<String>();
        Stream.concat(report.references().stream(), Stream.ofNullable(report.inReplyTo()))
                .flatMap(id -> HeaderText.messageId(id).stream())
                .limit(MESSAGES)
                .forEach(named::add);
        return named;
    }

    /** What became of one address, and what was said about it. */
    private record Fate(Outcome outcome, String answer) {

        static Fate of(Notice.Recipient recipient) {
            return new Fate(
                    recipient.outcome(),
                    recipient.diagnostic().isEmpty() ? recipient.status() : recipient.diagnostic());
        }
    }

    private void tell(Copy copy, IncomingMail report, Notice.Bounce bounce) {
        bounce.recipients().stream()
                .filter(recipient -> isOf(copy, recipient))
                .findFirst()
                .map(Fate::of)
                .or(() -> isSender(copy, report, bounce) ? said(bounce) : Optional.empty())
                .ifPresent(fate -> mark(copy, fate));
    }

    private void mark(Copy copy, Fate fate) {
        switch (fate.outcome()) {
            case FAILED -> outbox.bounced(copy.message(), copy.address(), fate.answer());
            case DELAYED -> outbox.delayed(copy.message(), copy.address(), fate.answer());
            case DELIVERED -> {}
        }
    }

    /** Of all that it names the worst; a report that goes to one signed address is about one recipient. */
    private static Optional<Fate> said(Notice.Bounce bounce) {
        return bounce.recipients().stream()
                .filter(recipient -> recipient.outcome() == bounce.outcome())
                .findFirst()
                .map(Fate::of)
                .or(() -> Optional.of(new Fate(bounce.outcome(), "")));
    }

    private static boolean isOf(Copy copy, Notice.Recipient recipient) {
        return EmailAddress.parse(recipient.address())
                .filter(address -> address.toString().equals(copy.address()))
                .isPresent();
    }

    private boolean isSender(Copy copy, IncomingMail report, Notice.Bounce bounce) {
        return signedFor(report, bounce).anyMatch(token -> isOf(copy, token));
    }

    private boolean isOf(Copy copy, String token) {
        var ticket = tokens.ticketOf(token, copy.address());
        return ticket != null && ticket == copy.ticket();
    }

    /** The last copy that left for whom one of these addresses was signed. */
    private Optional<Copy> ofSignedAddress(IncomingMail report, Notice.Bounce bounce) {
        return signedFor(report, bounce)
                .flatMap(token -> claimed(token).filter(copy -> isOf(copy, token)))
                .findFirst();
    }

    private Stream<Copy> claimed(String token) {
        var ticket = tokens.claimed(token);
        return ticket == null ? Stream.empty() : copies(ticket).stream();
    }

    private static Stream<String> signedFor(IncomingMail report, Notice.Bounce bounce) {
        return Stream.concat(report.replyTokens().stream(), bounce.replyTokens().stream())
                .distinct()
                .limit(MESSAGES);
    }

    private List<Copy> copies(Set<String> messages) {
        return db.sql("""
                select o.message_id, d.address, coalesce(o.subject_id, 0) as ticket
                  from channels.outgoing o join channels.delivery d on d.outgoing_id = o.id
                 where o.message_id = any(:messages) and d.state <> 'cancelled'
                 order by d.id limit :most
                """)
                .param("messages", messages.toArray(String[]::new))
                .param("most", COPIES)
                .query((row, number) ->
                        new Copy(row.getString("message_id"), row.getString("address"), row.getLong("ticket")))
                .list();
    }

    /** The newest first. */
    private List<Copy> copies(long ticket) {
        return db.sql("""
                select o.message_id, d.address, o.subject_id as ticket
                  from channels.outgoing o join channels.delivery d on d.outgoing_id = o.id
                 where o.subject_kind = 'ticket' and o.subject_id = :ticket and d.state in ('sent', 'bounced')
                 order by d.id desc limit :most
                """)
                .param("ticket", ticket)
                .param("most", COPIES)
                .query((row, number) ->
                        new Copy(row.getString("message_id"), row.getString("address"), row.getLong("ticket")))
                .list();
    }
}
