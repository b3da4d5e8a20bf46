package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    BulkActs(Desk desk, Tickets tickets, QueueViews queues, Staff staff) {
        this.desk = desk;
        this.tickets = tickets;
        this.queues = queues;
        this.staff = staff;
    }

    @PostMapping("/queue/bulk")
    View act(
            @RequestParam("act") String what,
            @RequestParam(defaultValue = "") List<String> ticket,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "other") String kind,
            @RequestParam(defaultValue = "0") long team,
            @RequestParam(defaultValue = "0") long technician,
            Technician me,
            Act act,
            Text text,
            HttpServletResponse response) {
        var how = new How(what, kind, team == 0 ? null : team, technician == 0 ? null : technician);
        var done = new ArrayList<Long>();
        var refused = new ArrayList<String>();
        for (var code : ticket.stream().distinct().limit(MOST).toList()) {
            try {
                done.add(act.once(code, () -> one(how, tickets.byCode(code), me).id()));
            } catch (Refusal refusal) {
                refused.add(code);
            }
        }
        var said = refused.isEmpty()
                ? text.of("tickets.bulk.done", "count", done.size())
                : text.of(
                        "tickets.bulk.some", "count", done.size(), "refused", refused.size(), "which", named(refused));
        Said.say(response, said, null);
        return QueueChanges.of(
                queues.rows(Lane.of(view), done, me),
                List.of(),
                Lane.of(view),
                "",
                queues.total(Lane.of(view), "", me));
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
            @Nullable Long technician) {}

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
            case "resolve" -> new BulkDialog(act, List.of(), List.of(), ResolveDialog.Kind.all());
            default -> throw new NotFound();
        };
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
            case "spam" -> desk.markAsSpam(ticket.id(), me.actor());
            case "unspam" -> desk.undoSpam(ticket.id(), me.actor());
            default -> throw new Invalid("INVALID", "act");
        };
    }
}
