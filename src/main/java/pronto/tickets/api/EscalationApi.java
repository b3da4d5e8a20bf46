package pronto.tickets.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.EnumSet;
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
import pronto.staff.Me;
import pronto.staff.Staff;
import pronto.tickets.Escalation.HandOver;
import pronto.tickets.Escalation.Reason;
import pronto.tickets.Escalations;
import pronto.tickets.TeamUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Slice;
import pronto.ui.api.Version;

/** From tier to tier, and back. */
@RestController
@RequestMapping("/api/v1/tickets/{code}")
class EscalationApi {

    private static final int MOST = 200;
    private static final EnumSet<Reason> GIVEN =
            EnumSet.of(Reason.CAUSE_NOT_FOUND, Reason.CANNOT_RESOLVE, Reason.NEEDS_SKILL);

    /** {@code team} is a team's name. */
    record EscalationAsked(
            @Needed @Nullable String team,

            @Needed @OneOf(names = {"causeNotFound", "cannotResolve", "needsSkill"}) @Nullable String reason,

            @Needed @Nullable String note,
            @Nullable String skill,
            @Nullable String tried,
            @Nullable String seen,
            @Nullable String reproduce) {}

    record ReturnAsked(@Needed @Nullable String note) {}

    private final Escalations escalations;
    private final Tickets tickets;
    private final Staff staff;
    private final TransactionTemplate transaction;
    private final Answers answers;

    EscalationApi(
            Escalations escalations, Tickets tickets, Staff staff, TransactionTemplate transaction, Answers answers) {
        this.escalations = escalations;
        this.tickets = tickets;
        this.staff = staff;
        this.transaction = transaction;
        this.answers = answers;
    }

    @PostMapping("/escalation")
    ResponseEntity<TicketJson> escalate(
            @PathVariable String code,
            @RequestBody EscalationAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var team = Invalid.required(asked.team(), "team");
        var reason = Asked.choice(GIVEN, Invalid.required(asked.reason(), "reason"), "reason");
        var handOver = new HandOver(
                reason,
                asked.skill(),
                Invalid.required(asked.note(), "note"),
                asked.tried(),
                asked.seen(),
                asked.reproduce());
        return answers.created(done(
                code,
                seen,
                ticket -> escalations.escalate(
                        ticket.id(),
                        staff.team(team)
                                .orElseThrow(() -> new TeamUnknown("team"))
                                .id(),
                        handOver,
                        me.actor())));
    }

    @DeleteMapping("/escalation")
    ResponseEntity<TicketJson> undo(
            @PathVariable String code, @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen, Me me) {
        return answers.shown(done(code, seen, ticket -> escalations.undo(ticket.id(), me.actor())));
    }

    @PostMapping("/return")
    ResponseEntity<TicketJson> giveBack(
            @PathVariable String code,
            @RequestBody ReturnAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var note = Invalid.required(asked.note(), "note");
        return answers.created(done(code, seen, ticket -> escalations.giveBack(ticket.id(), note, me.actor())));
    }

    @GetMapping("/escalations")
    Slice<EscalationJson> list(@PathVariable String code) {
        return Slice.whole(escalations.of(tickets.byCode(code).id(), MOST).stream()
                .map(one -> EscalationJson.of(one, staff))
                .toList());
    }

    private Ticket done(String code, @Nullable String seen, Function<Ticket, Ticket> act) {
        return transaction.execute(status -> {
            var ticket = tickets.held(code);
            Version.of(ticket.version()).check(seen);
            return act.apply(ticket);
        });
    }
}
