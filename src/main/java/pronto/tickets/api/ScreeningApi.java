package pronto.tickets.api;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import java.util.EnumMap;
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
import pronto.sla.Impact;
import pronto.sla.Impact.Factor;
import pronto.sla.Priority;
import pronto.staff.Me;
import pronto.tickets.Desk;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;
import pronto.tickets.TicketUnknown;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;
import pronto.ui.api.Needed;
import pronto.ui.api.OneOf;
import pronto.ui.api.Version;

/** The first look at a ticket, by programs; and which tickets are about the same matter. */
@RestController
@RequestMapping("/api/v1/tickets/{code}")
class ScreeningApi {

    record ScreeningAsked(
            @Needed @OneOf(Impact.Severity.class) @Nullable String severity,

            @Needed @OneOf(Impact.CoreImpact.class) @Nullable String coreImpact,

            @Needed @OneOf(Impact.Reach.class) @Nullable String reach,

            @Needed @OneOf(Impact.Degradation.class) @Nullable String degradation,

            @Needed @OneOf(Impact.Workaround.class) @Nullable String workaround,

            @Nullable List<String> components,
            @Nullable OverrideAsked override) {

        Screening screening() {
            var answers = new EnumMap<Factor, @Nullable String>(Factor.class);
            answers.put(Factor.SEVERITY, severity);
            answers.put(Factor.CORE_IMPACT, coreImpact);
            answers.put(Factor.REACH, reach);
            answers.put(Factor.DEGRADATION, degradation);
            answers.put(Factor.WORKAROUND, workaround);
            var impact = Impact.read(answers, "missing");
            Screening.components(components);
            return new Screening(impact, override == null ? null : override.byHand());
        }
    }

    record OverrideAsked(
            @Needed @OneOf(Priority.class) @Nullable String priority,
            @Needed @Nullable String reason) {

        Screening.ByHand byHand() {
            var set = Priority.read(Invalid.required(priority, "override.priority"), "override.priority");
            return Screening.ByHand.of(set, reason, "override.reason");
        }
    }

    record LinkAsked(@Needed @Nullable String code) {}

    private final Desk desk;
    private final Tickets tickets;
    private final TransactionTemplate transaction;
    private final Answers answers;

    ScreeningApi(Desk desk, Tickets tickets, TransactionTemplate transaction, Answers answers) {
        this.desk = desk;
        this.tickets = tickets;
        this.transaction = transaction;
        this.answers = answers;
    }

    @PostMapping("/screening")
    ResponseEntity<TicketJson> screen(
            @PathVariable String code,
            @RequestBody ScreeningAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var screening = asked.screening();
        return answers.created(transaction.execute(status -> {
            var ticket = tickets.held(code);
            Version.of(ticket.version()).check(seen);
            return desk.screen(ticket.id(), screening, me.actor());
        }));
    }

    /** The other one is about the same matter: the customers of both count for the reach of each. */
    @PostMapping("/links")
    ResponseEntity<TicketJson> link(
            @PathVariable String code,
            @RequestBody LinkAsked asked,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        var other = tickets.find(Invalid.required(asked.code(), "code"));
        return answers.created(held(
                ticket,
                other,
                seen,
                () -> desk.relate(
                        ticket.id(),
                        other.map(Ticket::id).orElseThrow(() -> new Invalid("no-such-ticket", "code")),
                        me.actor())));
    }

    @DeleteMapping("/links/{other}")
    ResponseEntity<TicketJson> unlink(
            @PathVariable String code,
            @PathVariable String other,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String seen,
            Me me) {
        var ticket = tickets.byCode(code);
        var there = tickets.find(other);
        return answers.shown(held(
                ticket,
                there,
                seen,
                () -> desk.unrelate(
                        ticket.id(), there.map(Ticket::id).orElseThrow(() -> new TicketUnknown(other)), me.actor())));
    }

    /** Both are held in one order before either is looked at. */
    private Ticket held(Ticket ticket, Optional<Ticket> other, @Nullable String seen, Supplier<Ticket> act) {
        var both = Stream.concat(Stream.of(ticket), other.stream())
                .map(Ticket::id)
                .distinct()
                .toList();
        return transaction.execute(status -> {
            Version.of(tickets.held(both).getFirst().version()).check(seen);
            return act.get();
        });
    }
}
