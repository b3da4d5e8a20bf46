package pronto.tickets.intake;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.IncomingMail;
import pronto.channels.ReplyTokens;
import pronto.channels.Trust;
import pronto.tickets.Acts;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.tickets.work.MessageIds;

/** What a mail shows of the conversation it belongs to. */
@Component
class Threads {

    private static final int TOKENS = 10;
    private static final Pattern CODE = Pattern.compile("(?i)\\bT-?[0-9]{1,12}[A-Z]\\b");

    private final JdbcClient db;
    private final ReplyTokens tokens;
    private final Tickets tickets;
    private final Acts acts;

    Threads(JdbcClient db, ReplyTokens tokens, Tickets tickets, Acts acts) {
        this.db = db;
        this.tokens = tokens;
        this.tickets = tickets;
        this.acts = acts;
    }

    static boolean speaksOfAnother(IncomingMail mail) {
        return mail.inReplyTo() != null
                || !mail.references().isEmpty()
                || !mail.replyTokens().isEmpty()
                || CODE.matcher(mail.subject()).find();
    }

    /** The ticket of a reply address that was signed for this very sender, while they take part in it; or where it leads. */
    Place.@Nullable Thread byOwnToken(IncomingMail mail, String sender) {
        return mail.replyTokens().stream()
                .limit(TOKENS)
                .map(token -> tokens.ticketOf(token, sender))
                .filter(Objects::nonNull)
                .filter(ticket -> takesPart(ticket, sender))
                .map(this::addressed)
                .filter(thread -> takesPart(thread.ticket(), sender))
                .findFirst()
                .orElse(null);
    }

    /** The ticket of the nearest message that it answers, among those in which this sender takes part. */
    Place.@Nullable Thread byAnswer(IncomingMail mail, String sender) {
        return nearest(mail, """
                select m.ticket_id, m.id
                  from unnest(:ids::text[]) with ordinality as asked (id, place)
                  join tickets.message m on m.message_id = asked.id
                  join tickets.participant p on p.ticket_id = m.ticket_id and p.address = :sender
                 order by asked.place, m.id limit 1
                """, sender);
    }

    /** The ticket of the nearest message of ours that it speaks of: a bounce comes from nobody who takes part. */
    Place.@Nullable Thread ofWhatWeSent(IncomingMail mail) {
        return mail.trust() == Trust.FAILED ? null : nearest(mail, """
                select m.ticket_id, m.id
                  from unnest(:ids::text[]) with ordinality as asked (id, place)
                  join tickets.message m on m.message_id = asked.id and m.direction = 'out'
                 order by asked.place, m.id limit 1
                """, "");
    }

    /** What it says it is about, by thread or by a code in the subject; a hint for our people and nothing else. */
    @Nullable Long claimed(IncomingMail mail) {
        var thread = nearest(mail, """
                select m.ticket_id, m.id
                  from unnest(:ids::text[]) with ordinality as asked (id, place)
                  join tickets.message m on m.message_id = asked.id
                 order by asked.place, m.id limit 1
                """, "");
        return thread != null ? Long.valueOf(thread.ticket()) : named(mail.subject());
    }

    private @Nullable Long named(String subject) {
        return CODE.matcher(subject)
                .results()
                .limit(3)
                .flatMap(found -> tickets.find(found.group()).stream())
                .map(Ticket::id)
                .map(acts::leadsTo)
                .findFirst()
                .orElse(null);
    }

    /** Of a reply address of ours that came back. */
    Place.Thread addressed(long ticket) {
        return new Place.Thread(acts.leadsTo(ticket), null, ticket);
    }

    /** Whether the answered message lies elsewhere by an act of ours, having lain where the reply address leads. */
    boolean wasMovedFrom(Place.Thread addressed, Place.Thread answered) {
        return db.sql("""
                select exists (select from tickets.placed p join tickets.act a on a.id = p.act_id
                                where p.message_id = :message and a.undone_at is null
                                  and a.ticket_id in (:named, :leadsTo))
                """)
                .param("message", answered.answered())
                .param("named", addressed.addressed())
                .param("leadsTo", addressed.ticket())
                .query(Boolean.class)
                .single();
    }

    private Place.@Nullable Thread nearest(IncomingMail mail, String question, String sender) {
        var answered = MessageIds.answered(mail.inReplyTo(), mail.references());
        return answered.isEmpty() ? null : ask(question, answered, sender);
    }

    private Place.@Nullable Thread ask(String question, List<String> answered, String sender) {
        return db.sql(question)
                .param("ids", answered.toArray(String[]::new))
                .param("sender", sender)
                .query((row, number) -> new Place.Thread(row.getLong("ticket_id"), row.getLong("id"), null))
                .optional()
                .orElse(null);
    }

    private boolean takesPart(long ticket, String sender) {
        return db.sql("select exists (select from tickets.participant where ticket_id = :ticket and address = :sender)")
                .param("ticket", ticket)
                .param("sender", sender)
                .query(Boolean.class)
                .single();
    }
}
