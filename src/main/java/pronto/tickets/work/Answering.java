package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Mailbox;
import pronto.runtime.Spelling;
import pronto.tickets.Channel;
import pronto.tickets.Conversation;
import pronto.tickets.Desk;
import pronto.tickets.EmptyMessage;
import pronto.tickets.Message;
import pronto.tickets.NoRecipient;
import pronto.tickets.Participant;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.tickets.TicketNotOpen;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** Answers to the customer: kept, shown, and in the outbox, all at once. */
@Component
class Answering {

    /** How long the writer may still think better of it. */
    static final Duration SECOND_THOUGHT = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final Holding holding;
    private final Messages messages;
    private final Conversation conversation;
    private final Participants participants;
    private final ReturnAddress returnAddress;
    private final Sending sending;
    private final Drafts drafts;
    private final NextUpdate nextUpdate;
    private final Trace trace;

    Answering(
            JdbcClient db,
            Holding holding,
            Messages messages,
            Conversation conversation,
            Participants participants,
            ReturnAddress returnAddress,
            Sending sending,
            Drafts drafts,
            NextUpdate nextUpdate,
            Trace trace) {
        this.db = db;
        this.holding = holding;
        this.messages = messages;
        this.conversation = conversation;
        this.participants = participants;
        this.returnAddress = returnAddress;
        this.sending = sending;
        this.drafts = drafts;
        this.nextUpdate = nextUpdate;
        this.trace = trace;
    }

    Message reply(long id, Reply reply, Actor by) {
        var ticket = holding.ticket(id);
        var words = Wording.of(reply.body(), reply.files());
        if (words.empty() && reply.files().isEmpty()) {
            throw new EmptyMessage("text");
        }
        var to = reply.to() == null ? reporter(ticket) : participants.outside(reply.to(), "to");
        var cc = reply.cc() == null ? others(ticket, reply.to(), to) : participants.outside(reply.cc(), "cc");
        if (to.isEmpty()) {
            throw new NoRecipient();
        }
        var next = reply.then() == null ? null : allowed(ticket, reply.then());
        var again = nextUpdate.fit(reply.nextUpdate());
        var said = new Said(words, nextUpdate.below(words, ticket, again), reply.files(), again);
        var message = say(ticket, said, to, cc, next, by);
        if (by.kind() == Actor.Kind.TECHNICIAN && by.id() != null) {
            drafts.discard(id, by.id(), Message.Kind.MESSAGE);
        }
        return conversation.message(id, message).orElseThrow();
    }

    /** The message that begins a ticket. */
    void begin(Ticket ticket, Wording.Safe words, Desk.Letter letter, List<Mailbox> to, Actor by) {
        var cc = participants.outside(letter.cc(), "cc");
        say(ticket, new Said(words, words, letter.files(), null), to, cc, null, by);
    }

    /** Tells the reporter how it was resolved; taking this back undoes the resolution. */
    long resolved(Ticket ticket, Wording.Safe words, String mailed, Actor by) {
        return say(ticket, Said.of(words, mailed), reporter(ticket), List.of(), TicketState.RESOLVED, by);
    }

    /** Asks the reporter, and waits for them; the link that the mail bears stands nowhere else. */
    void asked(Ticket ticket, Wording.Safe words, String mailed, Actor by) {
        say(ticket, Said.of(words, mailed), reporter(ticket), List.of(), TicketState.WAITING_FOR_CUSTOMER, by);
    }

    /** What stands on the ticket, and what the mail says, which may be more. */
    private record Said(
            Wording.Safe words,
            Wording.Safe mailed,
            List<Message.File> files,
            @Nullable Instant nextUpdate) {

        static Said of(Wording.Safe words, String mailed) {
            return new Said(words, new Wording.Safe(mailed, words.html(), words.mentions()), List.of(), null);
        }
    }

    /** Says it on the ticket and sends it. */
    private long say(
            Ticket ticket, Said said, List<Mailbox> to, List<Mailbox> cc, @Nullable TicketState next, Actor by) {
        participants.letIn(ticket, to, cc, by);
        var technician = by.kind() == Actor.Kind.TECHNICIAN ? by.id() : null;
        var written = new Messages.Written(
                Message.Kind.MESSAGE,
                Channel.EMAIL,
                technician,
                sending.from(ticket, by),
                to,
                cc,
                ticket.messageCount() == 0 ? ticket.subject() : Subjects.answering(ticket.subject()),
                said.words(),
                said.files(),
                said.nextUpdate());
        var message = messages.written(ticket.id(), written);
        sending.send(ticket, message, written, said.mailed(), holding.now().plus(SECOND_THOUGHT));
        var after = wordIsOurs(ticket, message, next);
        trace.leave(
                "answered",
                after,
                by,
                new TicketEvent.Answered(ticket.id(), message, technician),
                told(message, to, next, said.nextUpdate()));
        return message;
    }

    private static TicketState allowed(Ticket ticket, TicketState then) {
        return switch (then) {
            case WAITING_FOR_CUSTOMER, IN_WORK -> {
                if (!ticket.state().open()) {
                    throw new TicketNotOpen(ticket.code());
                }
                yield then == TicketState.IN_WORK ? Holding.ours(ticket) : then;
            }
            // Resolved by its resolution, which says how; the others are not for an answer to bring about.
            case WAITING, RESOLVED, CLOSED -> throw new Invalid("then-not-possible", "then");
        };
    }

    private Ticket wordIsOurs(Ticket ticket, long message, @Nullable TicketState next) {
        if (next != null && next != ticket.state()) {
            db.sql("update tickets.message set state_before = :before, state_after = :after where id = :id")
                    .param("before", Spelling.of(ticket.state()))
                    .param("after", Spelling.of(next))
                    .param("id", message)
                    .update();
        }
        return db.sql("""
                update tickets.ticket
                   set last_message_at = (select received_at from tickets.message where id = :message),
                       last_from_customer = false, message_count = message_count + 1, undelivered = null,
                       state = coalesce(:next, state), version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("now", utc(holding.now()))
                .param("message", message)
                .param("next", Columns.spelled(next))
                .param("id", ticket.id())
                .query(TicketRows::ticket)
                .single();
    }

    private static Map<String, Object> told(
            long message, List<Mailbox> to, @Nullable TicketState next, @Nullable Instant nextUpdate) {
        var told = new HashMap<String, Object>();
        told.put("message", Long.toString(message));
        told.put("to", String.join(", ", to.stream().map(Mailbox::address).toList()));
        if (next != null) {
            told.put("state", Spelling.of(next));
        }
        if (nextUpdate != null) {
            told.put("nextUpdateAt", nextUpdate.toString());
        }
        return told;
    }

    List<Mailbox> reporter(Ticket ticket) {
        return participants.outside(returnAddress.of(ticket), "to");
    }

    private List<Mailbox> others(Ticket ticket, @Nullable List<Mailbox> asked, List<Mailbox> to) {
        return asked != null
                ? List.of()
                : conversation.participants(ticket.id()).stream()
                        // Who asked to be answered elsewhere wants no copy here.
                        .filter(person -> person.role() != Participant.Role.REPORTER)
                        .map(Participant::mailbox)
                        .filter(person ->
                                to.stream().noneMatch(one -> one.address().equals(person.address())))
                        .toList();
    }
}
