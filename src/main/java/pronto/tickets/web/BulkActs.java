package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Act;
import pronto.ui.Invalid;
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

    BulkActs(Desk desk, Tickets tickets, QueueViews queues) {
        this.desk = desk;
        this.tickets = tickets;
        this.queues = queues;
    }

    @PostMapping("/queue/bulk")
    View act(
            @RequestParam("act") String what,
            @RequestParam(defaultValue = "") List<String> ticket,
            @RequestParam(defaultValue = "") String view,
            Technician me,
            Act act,
            Text text,
            HttpServletResponse response) {
        var done = new ArrayList<Long>();
        var refused = new ArrayList<String>();
        for (var code : ticket.stream().distinct().limit(MOST).toList()) {
            try {
                done.add(
                        act.once(code, () -> one(what, tickets.byCode(code), me).id()));
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

    private Ticket one(String act, Ticket ticket, Technician me) {
        return switch (act) {
            case "pickup" -> desk.pickUp(ticket.id(), me.id(), me.actor());
            case "release" -> desk.release(ticket.id(), me.actor());
            case "resolve" -> desk.resolve(ticket.id(), new Resolution.Other("", null), me.actor());
            case "spam" -> desk.markAsSpam(ticket.id(), me.actor());
            case "unspam" -> desk.undoSpam(ticket.id(), me.actor());
            default -> throw new Invalid("INVALID", "act");
        };
    }
}
