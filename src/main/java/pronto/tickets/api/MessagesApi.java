package pronto.tickets.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.channels.Mailbox;
import pronto.tickets.Body;
import pronto.tickets.Conversation;
import pronto.tickets.Desk;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.Tickets;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.api.Cursor;
import pronto.ui.api.OneOf;
import pronto.ui.api.Paging;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** What is said on a ticket; the newest first. */
@RestController
@RequestMapping("/api/v1/tickets/{code}/messages")
class MessagesApi {

    record Said(
            @OneOf(Message.Kind.class) @Nullable String kind,
            @Nullable String text,
            @Nullable String html,
            @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable List<FilesSent.FileJson> attachments,
            @Nullable Instant nextUpdateAt,

            @OneOf(names = {"inWork", "waitingForCustomer"}) @Nullable String then) {}

    private static final Set<TicketState> THEN = EnumSet.of(TicketState.IN_WORK, TicketState.WAITING_FOR_CUSTOMER);

    private final Desk desk;
    private final Tickets tickets;
    private final Conversation conversation;
    private final FilesSent files;
    private final TransactionTemplate transaction;
    private final Answers answers;

    MessagesApi(
            Desk desk,
            Tickets tickets,
            Conversation conversation,
            FilesSent files,
            TransactionTemplate transaction,
            Answers answers) {
        this.desk = desk;
        this.tickets = tickets;
        this.conversation = conversation;
        this.files = files;
        this.transaction = transaction;
        this.answers = answers;
    }

    @GetMapping
    Slice<MessageJson> list(@PathVariable String code, Paging paging) {
        var ticket = tickets.byCode(code);
        var before = paging.cursor() == null ? null : paging.cursor().number(0);
        var rows = conversation.of(ticket.id(), before, paging.fetch()).reversed();
        var homes = homes(rows);
        return paging.page(rows, message -> Cursor.at(message.id()), message -> json(message, ticket, homes));
    }

    @GetMapping("/{id}")
    MessageJson show(@PathVariable String code, @PathVariable long id) {
        var ticket = tickets.byCode(code);
        return conversation
                .message(ticket.id(), id)
                .map(message -> json(message, ticket, homes(List.of(message))))
                .orElseThrow(NotFound::new);
    }

    private Map<Long, Ticket> homes(List<Message> messages) {
        return tickets.tickets(messages.stream()
                .map(Message::home)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static MessageJson json(Message message, Ticket ticket, Map<Long, Ticket> homes) {
        var home = message.home() == null ? null : homes.get(message.home());
        return MessageJson.of(message, ticket.code(), home == null ? null : home.code());
    }

    /** As with everything that is created on a ticket, the answer is the ticket; its address is the message's. */
    @PostMapping
    ResponseEntity<TicketJson> say(
            @PathVariable String code,
            @RequestBody Said said,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Actor by) {
        return transaction.execute(status -> {
            var ticket = tickets.held(code);
            Version.of(ticket.version()).check(seen);
            return say(ticket, said, by);
        });
    }

    private ResponseEntity<TicketJson> say(Ticket ticket, Said said, Actor by) {
        var kind = said.kind() == null ? Message.Kind.MESSAGE : Asked.choice(Message.Kind.class, said.kind(), "kind");
        var message = switch (kind) {
            case NOTE -> desk.note(ticket.id(), body(said), files.kept(said.attachments()), by);
            case MESSAGE -> desk.reply(ticket.id(), reply(said), by);
        };
        return answers.created(
                tickets.ticket(ticket.id()),
                URI.create("/api/v1/tickets/" + ticket.code() + "/messages/" + message.id()));
    }

    private Reply reply(Said said) {
        var then = said.then() == null ? null : Asked.choice(THEN, said.then(), "then");
        return new Reply(
                body(said),
                people(said.to(), "to"),
                people(said.cc(), "cc"),
                files.kept(said.attachments()),
                then,
                said.nextUpdateAt());
    }

    private static Body body(Said said) {
        if (said.html() != null) {
            return new Body.Html(said.html());
        }
        return new Body.Plain(Invalid.required(said.text(), "text"));
    }

    private static @Nullable List<Mailbox> people(@Nullable List<String> addresses, String field) {
        if (addresses == null) {
            return null;
        }
        var people = new ArrayList<Mailbox>();
        for (var position = 0; position < addresses.size(); position++) {
            people.add(new Mailbox(null, Invalid.required(addresses.get(position), field + "[" + position + "]")));
        }
        return people;
    }
}
