package pronto.tickets.web;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.sla.Impact.Factor;
import pronto.sla.Priority;
import pronto.staff.Technician;
import pronto.tickets.Desk;
import pronto.tickets.Screening;
import pronto.tickets.TicketNotOpen;
import pronto.tickets.Tickets;
import pronto.ui.Act;
import pronto.ui.Go;
import pronto.ui.View;

/** The first look: five questions, answered by five keys, with the priority beside them as one chooses. */
@Controller
@RequestMapping("/tickets/{code}")
class ScreeningScreen {

    private final Desk desk;
    private final Tickets tickets;
    private final ScreeningViews views;

    ScreeningScreen(Desk desk, Tickets tickets, ScreeningViews views) {
        this.desk = desk;
        this.tickets = tickets;
        this.views = views;
    }

    @GetMapping("/screening")
    View show(@PathVariable String code, @RequestParam(defaultValue = "") String like) {
        var ticket = tickets.byCode(code);
        if (ticket.merged() || ticket.spam()) {
            return Go.to(Lane.ALL.path(ticket.code()));
        }
        if (!ticket.state().open()) {
            throw new TicketNotOpen(ticket.code());
        }
        return views.view(ticket, like.isBlank() ? null : tickets.byCode(like).id());
    }

    /** What would follow from the answers that there are. */
    @GetMapping("/screening/verdict")
    View verdict(@PathVariable String code, @RequestParam Map<String, String> typed) {
        return views.verdict(tickets.byCode(code), answers(typed), byHand(typed));
    }

    @PostMapping("/screening")
    View screen(@PathVariable String code, @RequestParam Map<String, String> typed, Technician me, Act act) {
        var impact = Impact.read(answers(typed), "screening-unanswered");
        var set = byHand(typed);
        var screening =
                new Screening(impact, set == null ? null : Screening.ByHand.of(set, typed.get("reason"), "reason"));
        var ticket = tickets.byCode(code);
        act.once(() -> desk.screen(ticket.id(), screening, me.actor()).version());
        return Go.to(Lane.ALL.path(ticket.code()));
    }

    @PostMapping("/links")
    View link(@PathVariable String code, @RequestParam String other, Technician me) {
        var ticket = tickets.byCode(code);
        desk.relate(ticket.id(), tickets.byCode(other).id(), me.actor());
        return views.similar(ticket);
    }

    @DeleteMapping("/links")
    View unlink(@PathVariable String code, @RequestParam String other, Technician me) {
        var ticket = tickets.byCode(code);
        desk.unrelate(ticket.id(), tickets.byCode(other).id(), me.actor());
        return views.similar(ticket);
    }

    private static Map<Factor, String> answers(Map<String, String> typed) {
        var answers = new EnumMap<Factor, String>(Factor.class);
        for (var factor : Factor.values()) {
            var spelled = typed.get(Spelling.of(factor));
            if (spelled != null && !spelled.isBlank()) {
                answers.put(factor, spelled);
            }
        }
        return answers;
    }

    private static @Nullable Priority byHand(Map<String, String> typed) {
        var priority = typed.getOrDefault("priority", "");
        return priority.isBlank() ? null : Priority.read(priority, "priority");
    }
}
