package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Act;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.Refusal;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** One act for all the selected rows. Each ticket is a transaction of its own: one that refuses holds up no other. */
@Controller
class BulkActs {

    private static final int MOST = 200;
    private static final int NAMED = 10;

    private final Desk desk;
    private final Tickets tickets;
    private final QueueViews queues;
    private final Staff staff;
    private final BulkTying tying;
    private final SideViews sides;

    BulkActs(Desk desk, Tickets tickets, QueueViews queues, Staff staff, BulkTying tying, SideViews sides) {
        this.desk = desk;
        this.tickets = tickets;
        this.queues = queues;
        this.staff = staff;
        this.tying = tying;
        this.sides = sides;
    }

    @PostMapping("/queue/bulk")
    View act(
            @RequestParam("act") String what,
            @RequestParam(defaultValue = "") List<String> ticket,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "other") String kind,
            @RequestParam(defaultValue = "0") long team,
            @RequestParam(defaultValue = "0") long technician,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") Set<String> here,
            Technician me,
            Act act,
            Text text,
            HttpServletResponse response) {
        var how = new How(what, kind, team == 0 ? null : team, technician == 0 ? null : technician, customer, here);
        var ties = what.equals("tie");
        var owner = ties ? tying.customer(customer) : null;
        var ways = ties ? tying.waysBack(ticket) : Map.<Long, String>of();
        var done = new ArrayList<Long>();
        var refused = new ArrayList<String>();
        for (var code : ticket.stream().distinct().limit(MOST).toList()) {
            try {
                done.add(act.once(code, () -> one(how, tickets.byCode(code), me).id()));
            } catch (Refusal refusal) {
                refused.add(code);
            }
        }
        var back = done.stream().map(ways::get).filter(Objects::nonNull).toList();
        Said.say(
                response,
                said(text, owner, done.size(), refused),
                back.isEmpty() ? null : BulkTying.back(back.stream(), customer));
        return QueueChanges.of(
                queues.rows(Lane.of(view), done, me),
                List.of(),
                Lane.of(view),
                "",
                queues.total(Lane.of(view), "", me));
    }

    private static String said(Text text, @Nullable Customer owner, int done, List<String> refused) {
        if (!refused.isEmpty()) {
            return text.of("tickets.bulk.some", "count", done, "refused", refused.size(), "which", named(refused));
        }
        return owner == null
                ? text.of("tickets.bulk.done", "count", done)
                : text.of("tickets.bulk.tied", "count", done, "customer", owner.name());
    }

    private static String named(List<String> codes) {
        var some = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
        return codes.size() > NAMED ? some + ", …" : some;
    }

    /** What is done with each, and whatever was chosen for it. */
    private record How(
            String act,
            String kind,
            @Nullable Long team,
            @Nullable Long technician,
            String customer,
            Set<String> here) {}

    @GetMapping("/queue/dialogs/{act}")
    View ask(@PathVariable String act, Technician me) {
        return switch (act) {
            case "assign" ->
                new BulkDialog(
                        act,
                        staff.technicians().stream()
                                .map(one -> new AssignDialog.Choice(
                                        one.id(), one.name(), one.away(), one.id() == me.id(), false))
                                .toList(),
                        staff.teams().stream()
                                .map(team -> new AssignDialog.Choice(team.id(), team.name(), false, false, false))
                                .toList(),
                        List.of());
            case "resolve" -> new BulkDialog(act, List.of(), List.of(), ResolveDialog.Kind.withoutEvidence());
            case "tie" -> new BulkTieDialog();
            default -> throw new NotFound();
        };
    }

    @GetMapping("/queue/customers")
    View customers(@RequestParam(defaultValue = "") String q) {
        return new TieListView(sides.startingWith(q), "dialog-ties");
    }

    private Ticket one(How how, Ticket ticket, Technician me) {
        return switch (how.act()) {
            case "assign" -> desk.reassign(ticket.id(), how.team(), how.technician(), me.actor());
            case "pickup" -> desk.pickUp(ticket.id(), me.id(), me.actor());
            case "release" -> desk.release(ticket.id(), me.actor());
            case "resolve" ->
                desk.resolve(
                        ticket.id(),
                        Resolution.of(Spelling.read(Resolution.Kind.class, how.kind()), "", null),
                        me.actor());
            case "tie" -> tying.tie(ticket, how.customer(), me);
            case "untie" -> tying.untie(ticket, how.customer(), how.here().contains(ticket.code()), me);
            case "spam" -> desk.markAsSpam(ticket.id(), me.actor());
            case "unspam" -> desk.undoSpam(ticket.id(), me.actor());
            default -> throw new Invalid("INVALID", "act");
        };
    }
}
