package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Trust;
import pronto.customers.Customers;
import pronto.customers.Recognition;
import pronto.runtime.Spelling;
import pronto.tickets.Act;
import pronto.tickets.Message;
import pronto.tickets.Participant;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketIsSpam;
import pronto.timeline.Actor;
import pronto.ui.Code;
import pronto.ui.Invalid;
import pronto.ui.NotFound;

/** Two matters in one conversation: some of its messages become a ticket of their own, in the same hands. */
@Component
class Splitting {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final MessageRows rows;
    private final Holding holding;
    private final StoredActs acts;
    private final Placing placing;
    private final LettingIn lettingIn;
    private final Customers customers;
    private final Trace trace;

    Splitting(
            JdbcClient db,
            MessageRows rows,
            Holding holding,
            StoredActs acts,
            Placing placing,
            LettingIn lettingIn,
            Customers customers,
            Trace trace) {
        this.db = db;
        this.rows = rows;
        this.holding = holding;
        this.acts = acts;
        this.placing = placing;
        this.lettingIn = lettingIn;
        this.customers = customers;
        this.trace = trace;
    }

    Ticket split(long id, List<Long> chosen, @Nullable String subject, Actor by) {
        var ticket = holding.ticket(id);
        if (ticket.spam()) {
            throw new TicketIsSpam(ticket.code());
        }
        var messages = messages(ticket, chosen);
        var theirs = messages.stream().filter(Splitting::asks).findFirst();
        var first = theirs.orElse(messages.getFirst());
        var own = opened(ticket, first, subject);
        var moved = messages.stream().map(Message::id).toList();
        reporterTakesPart(own);
        var act = acts.add(Act.Kind.SPLIT, ticket, own, own.state(), by);
        lettingIn.by(act, id, own.id(), lettingIn.ofMessages(id, moved));
        placing.by(act, moved, own.id());
        placing.countAgain(id);
        placing.countAgain(own.id());
        told(act, id, own.id(), by);
        return holding.row(own.id());
    }

    private List<Message> messages(Ticket ticket, Collection<Long> chosen) {
        var asked = chosen.stream().distinct().toList();
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new Invalid("choose-messages", "messages", Map.of("most", MOST));
        }
        var messages = db.sql("select * from tickets.message where ticket_id = :ticket and id = any(:ids) order by id")
                .param("ticket", ticket.id())
                .param("ids", asked.toArray(Long[]::new))
                .query(rows::message)
                .list();
        if (messages.size() < asked.size()) {
            throw new NotFound();
        }
        var said = messages.stream().filter(message -> !message.note()).count();
        if (said == 0) {
            throw new Invalid("choose-messages", "messages", Map.of("most", MOST));
        }
        if (said == ticket.messageCount()) {
            throw new Invalid("leave-a-message", "messages", Map.of("code", ticket.code()));
        }
        return messages;
    }

    private static boolean asks(Message message) {
        return message.direction() == Message.Direction.IN && message.automatic() == null;
    }

    /** It was reported when its first message came, and is in whose hands the conversation was. */
    private Ticket opened(Ticket ticket, Message first, @Nullable String subject) {
        var number = db.sql("select nextval('tickets.ticket_number')")
                .query(Long.class)
                .single();
        var author = first.from();
        var same = !asks(first)
                || author == null
                || author.address().equals(ticket.reporter().email());
        var known = same || author == null ? null : known(ticket, author.address(), first.trust());
        return db.sql("""
                insert into tickets.ticket (
                       number, code, subject, state, channel, report_key, opened_at, customer_id, contact_id,
                       reporter_name, reporter_email, reporter_phone, recognition_how, recognition_trust, language,
                       support_address, team_id, technician_id, picked_up_at, last_message_at, updated_at,
                       stands_at)
                select :number, :code, :subject, case when technician_id is null then 'waiting' else 'inWork' end,
                       :channel, :key, :openedAt, customer_id,
                       case when :same then contact_id else :contact end,
                       case when :same then reporter_name else :name end,
                       case when :same then reporter_email else :email end,
                       case when :same then reporter_phone end,
                       case when :same then recognition_how else :how end,
                       case when :same then recognition_trust else :trust end, language,
                       support_address, team_id, technician_id,
                       case when technician_id is not null then greatest(picked_up_at, :openedAt) end, :openedAt, :now,
                       cast(:openedAt as timestamptz) + interval '1 hour'
                  from tickets.ticket where id = :id
                returning *
                """)
                .param("number", number)
                .param("code", new Code(Code.Kind.TICKET, number).toString())
                .param("subject", subject == null || subject.isBlank() ? title(ticket, first) : Subjects.line(subject))
                .param("channel", Spelling.of(first.channel()))
                .param("key", "split:" + UUID.randomUUID())
                .param("openedAt", utc(first.receivedAt()))
                .param("same", same)
                .param(
                        "contact",
                        known == null || known.contact() == null
                                ? null
                                : known.contact().id())
                .param("name", author == null ? null : Subjects.name(author.name()))
                .param("email", author == null ? null : author.address())
                .param("how", Spelling.of(known == null ? Recognition.How.NONE : known.how()))
                .param("trust", Spelling.of(Objects.requireNonNullElse(first.trust(), Trust.UNVERIFIED)))
                .param("now", utc(holding.now()))
                .param("id", ticket.id())
                .query(TicketRows::ticket)
                .single();
    }

    /** The customer is the conversation's; who writes is recognised only within it. */
    private Recognition known(Ticket ticket, String address, @Nullable Trust trust) {
        var known = customers.recognise(address, Objects.requireNonNullElse(trust, Trust.UNVERIFIED));
        var customer = known.customer();
        return customer != null && Objects.equals(customer.id(), ticket.customer())
                ? known
                : new Recognition(
                        ticket.unknown() ? Recognition.How.NONE : Recognition.How.MANUAL, known.trust(), null, null);
    }

    private static String title(Ticket ticket, Message first) {
        return first.subject().isBlank() ? ticket.subject() : Subjects.line(first.subject());
    }

    private void reporterTakesPart(Ticket own) {
        var address = own.reporter().email();
        if (address != null) {
            db.sql("""
                    insert into tickets.participant (ticket_id, address, name, role, added_at)
                    values (:ticket, :address, :name, :role, :now) on conflict do nothing
                    """)
                    .param("ticket", own.id())
                    .param("address", address)
                    .param("name", own.reporter().name())
                    .param("role", Spelling.of(Participant.Role.REPORTER))
                    .param("now", utc(holding.now()))
                    .update();
        }
    }

    private void told(long act, long id, long ownId, Actor by) {
        var ticket = holding.row(id);
        var own = holding.row(ownId);
        trace.leave(
                "split",
                ticket,
                by,
                new TicketEvent.Split(id, ownId),
                Map.of("into", own.code(), "act", Long.toString(act)));
        var data = new HashMap<String, Object>(Opening.told(own));
        data.put("from", ticket.code());
        data.put("act", Long.toString(act));
        trace.leave("splitOff", own, by, new TicketEvent.Opened(ownId, own.channel()), data);
    }

    /** Its code leads where its messages are again. */
    void together(Ticket own, long into) {
        db.sql("""
                update tickets.ticket
                   set state = 'closed', closed_at = coalesce(closed_at, :now), merged_into_id = :into
                 where id = :id
                """)
                .param("now", utc(holding.now()))
                .param("into", into)
                .param("id", own.id())
                .update();
    }
}
