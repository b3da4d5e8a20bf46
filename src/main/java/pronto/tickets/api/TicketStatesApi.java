package pronto.tickets.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pronto.channels.Mailbox;
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Askings;
import pronto.tickets.Desk;
import pronto.tickets.Diagnostic;
import pronto.tickets.Opinions;
import pronto.tickets.Resolution;
import pronto.tickets.TechnicianUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Version;

/** What brings a ticket on: each a thing that is created, answered with the ticket as it is then. */
@RestController
@RequestMapping("/api/v1/tickets/{code}")
class TicketStatesApi {

    record PickupJson(@Nullable String technician) {}

    record ResolutionAsked(
            @Needed @OneOf(Resolution.Kind.class) @Nullable String kind,
            @Needed @Nullable String text,
            @Nullable String evidence) {}

    record WaitingAsked(
            @Nullable List<String> diagnostics, @Nullable String text) {}

    record ParticipantAsked(
            @Needed @Nullable String email, @Nullable String name) {}

    record SpamAsked(@Nullable Boolean block) {}

    private final Desk desk;
    private final Tickets tickets;
    private final Staff staff;
    private final TransactionTemplate transaction;
    private final Answers answers;
    private final Askings askings;
    private final Opinions opinions;

    TicketStatesApi(
            Desk desk,
            Tickets tickets,
            Staff staff,
            TransactionTemplate transaction,
            Answers answers,
            Askings askings,
            Opinions opinions) {
        this.desk = desk;
        this.tickets = tickets;
        this.staff = staff;
        this.transaction = transaction;
        this.answers = answers;
        this.askings = askings;
        this.opinions = opinions;
    }

    @PostMapping("/pickup")
    ResponseEntity<TicketJson> pickUp(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable PickupJson asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var named = asked == null ? null : asked.technician();
        var technician = named == null ? me.person() : technician(named);
        return created(code, seen, ticket -> desk.pickUp(ticket.id(), technician.id(), me.actor()));
    }

    private Technician technician(String named) {
        return (named.contains("@")
                        ? staff.technician(named)
                        : Reporters.number(named).flatMap(staff::technician))
                .orElseThrow(() -> new TechnicianUnknown("technician"));
    }

    @PostMapping("/release")
    ResponseEntity<TicketJson> release(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        return created(code, seen, ticket -> desk.release(ticket.id(), me.actor()));
    }

    @PostMapping("/waiting")
    ResponseEntity<TicketJson> wait(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable WaitingAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        return created(code, seen, ticket -> waiting(ticket, asked, me));
    }

    /** With a list of diagnostics the customer is asked for them. */
    private Ticket waiting(Ticket ticket, @Nullable WaitingAsked asked, Me me) {
        if (asked == null || asked.diagnostics() == null || asked.diagnostics().isEmpty()) {
            return desk.waitForCustomer(ticket.id(), me.actor());
        }
        var things = asked.diagnostics().stream()
                .map(one -> Asked.choice(Diagnostic.class, one, "diagnostics"))
                .toList();
        askings.ask(ticket.id(), things, asked.text() == null ? "" : asked.text(), me.actor());
        return tickets.ticket(ticket.id());
    }

    @GetMapping("/waiting")
    AskingJson asked(@PathVariable String code) {
        return askings.last(tickets.byCode(code).id()).map(AskingJson::of).orElseThrow(NotFound::new);
    }

    @PostMapping("/resolution")
    ResponseEntity<TicketJson> resolve(
            @PathVariable String code,
            @RequestBody ResolutionAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var kind = Asked.choice(Resolution.Kind.class, Invalid.required(asked.kind(), "kind"), "kind");
        var resolution = Resolution.of(kind, Invalid.required(asked.text(), "text"), asked.evidence());
        return created(code, seen, ticket -> desk.resolve(ticket.id(), resolution, me.actor()));
    }

    @GetMapping("/satisfaction")
    OpinionJson satisfaction(@PathVariable String code) {
        return opinions.of(tickets.byCode(code).id()).map(OpinionJson::of).orElseThrow(NotFound::new);
    }

    @PostMapping("/closure")
    ResponseEntity<TicketJson> close(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        return created(code, seen, ticket -> desk.close(ticket.id(), me.actor()));
    }

    @PostMapping("/reopening")
    ResponseEntity<TicketJson> reopen(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        return created(code, seen, ticket -> desk.reopen(ticket.id(), me.actor()));
    }

    @PostMapping("/participants")
    ResponseEntity<TicketJson> letIn(
            @PathVariable String code,
            @RequestBody ParticipantAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var person = new Mailbox(asked.name(), Invalid.required(asked.email(), "email"));
        return created(code, seen, ticket -> desk.addParticipant(ticket.id(), person, me.actor()));
    }

    @DeleteMapping("/participants/{email}")
    ResponseEntity<TicketJson> takeOff(
            @PathVariable String code,
            @PathVariable String email,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        return answers.shown(done(code, seen, ticket -> desk.removeParticipant(ticket.id(), email, me.actor())));
    }

    @PostMapping("/spam")
    ResponseEntity<TicketJson> spam(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable SpamAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        return created(code, seen, ticket -> {
            var sender = ticket.reporter().email();
            if (asked != null && Boolean.TRUE.equals(asked.block()) && sender != null) {
                desk.block(sender, me.actor());
            }
            return desk.markAsSpam(ticket.id(), me.actor());
        });
    }

    @DeleteMapping("/spam")
    ResponseEntity<TicketJson> notSpam(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        return answers.shown(done(code, seen, ticket -> desk.undoSpam(ticket.id(), me.actor())));
    }

    private ResponseEntity<TicketJson> created(String code, @Nullable String seen, Function<Ticket, Ticket> act) {
        return answers.created(done(code, seen, act));
    }

    private Ticket done(String code, @Nullable String seen, Function<Ticket, Ticket> act) {
        return transaction.execute(status -> {
            var ticket = tickets.held(code);
            Version.of(ticket.version()).check(seen);
            return act.apply(ticket);
        });
    }
}
