package pronto.tickets.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.staff.Me;
import pronto.tickets.Act;
import pronto.tickets.Acts;
import pronto.tickets.Desk;
import pronto.tickets.NothingToUndo;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.api.Needed;
import pronto.ui.api.Version;

/** Puts messages where they belong: each act is created, and deleted again. */
@RestController
@RequestMapping("/api/v1/tickets/{code}")
class PlacingApi {

    record Into(@Needed @Nullable String into) {}

    record SplitAsked(
            @Needed @Nullable List<String> messages,
            @Nullable String subject) {}

    private final Desk desk;
    private final Tickets tickets;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Answers answers;

    PlacingApi(Desk desk, Tickets tickets, Acts acts, TransactionTemplate transaction, Answers answers) {
        this.desk = desk;
        this.tickets = tickets;
        this.acts = acts;
        this.transaction = transaction;
        this.answers = answers;
    }

    @PostMapping("/merge")
    ResponseEntity<TicketJson> merge(
            @PathVariable String code,
            @RequestBody Into asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        var into = into(asked);
        return answers.created(held(ticket, id(into), seen, () -> desk.merge(ticket.id(), there(into), me.actor())));
    }

    @DeleteMapping("/merge")
    ResponseEntity<TicketJson> unmerge(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        var ticket = tickets.byCode(code);
        return undone(ticket, acts.merge(ticket.id()), seen, me);
    }

    /** What is created here is a ticket: the answer is the new one. */
    @PostMapping("/split")
    ResponseEntity<TicketJson> split(
            @PathVariable String code,
            @RequestBody SplitAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        var chosen = Invalid.required(asked.messages(), "messages");
        var own = held(
                ticket,
                Optional.empty(),
                seen,
                () -> desk.split(ticket.id(), messages(chosen), asked.subject(), me.actor()));
        return answers.created(own);
    }

    @DeleteMapping("/split")
    ResponseEntity<TicketJson> unsplit(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        var ticket = tickets.byCode(code);
        return undone(ticket, acts.split(ticket.id()), seen, me);
    }

    @PostMapping("/messages/{id}/move")
    ResponseEntity<TicketJson> move(
            @PathVariable String code,
            @PathVariable long id,
            @RequestBody Into asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        var into = into(asked);
        return answers.created(held(ticket, id(into), seen, () -> desk.move(ticket.id(), id, there(into), me.actor())));
    }

    /** The ticket is the one on which the message lies now. */
    @DeleteMapping("/messages/{id}/move")
    ResponseEntity<TicketJson> moveBack(
            @PathVariable String code,
            @PathVariable long id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        return undone(ticket, acts.move(id).filter(act -> act.into() == ticket.id()), seen, me);
    }

    private ResponseEntity<TicketJson> undone(Ticket ticket, Optional<Act> found, @Nullable String seen, Me me) {
        var other = found.map(act -> act.other(ticket.id()));
        return answers.shown(held(
                ticket,
                other,
                seen,
                () -> desk.undo(
                        ticket.id(), found.orElseThrow(NothingToUndo::new).id(), me.actor())));
    }

    /** Both are held in one order before either is looked at: two who merge crosswise do not wait for each other. */
    private Ticket held(Ticket ticket, Optional<Long> other, @Nullable String seen, Supplier<Ticket> act) {
        var both = Stream.concat(Stream.of(ticket.id()), other.stream()).toList();
        return transaction.execute(status -> {
            Version.of(tickets.held(both).getFirst().version()).check(seen);
            return act.get();
        });
    }

    private Optional<Ticket> into(Into asked) {
        return tickets.find(Invalid.required(asked.into(), "into"));
    }

    private static Optional<Long> id(Optional<Ticket> ticket) {
        return ticket.map(Ticket::id);
    }

    private static long there(Optional<Ticket> into) {
        return id(into).orElseThrow(() -> new Invalid("no-such-ticket", "into"));
    }

    private static List<Long> messages(List<String> ids) {
        return ids.stream()
                .map(id -> Reporters.number(id).orElseThrow(NotFound::new))
                .toList();
    }
}
