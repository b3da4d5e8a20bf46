package pronto.tickets.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Tickets;
import pronto.ui.View;

/** The regions of an open ticket, each of which is drawn anew when it changed. */
@Controller
@RequestMapping("/tickets/{code}")
class TicketParts {

    private final Tickets tickets;
    private final TicketViews views;
    private final TalkViews talks;
    private final SideViews sides;

    TicketParts(Tickets tickets, TicketViews views, TalkViews talks, SideViews sides) {
        this.tickets = tickets;
        this.views = views;
        this.talks = talks;
        this.sides = sides;
    }

    @GetMapping("/head")
    View head(@PathVariable String code, Technician me) {
        return views.head(tickets.byCode(code), me, Lane.ALL);
    }

    @GetMapping("/talk")
    View talk(@PathVariable String code) {
        return talks.latest(tickets.byCode(code));
    }

    @GetMapping(path = "/talk", params = "before")
    View earlier(@PathVariable String code, @RequestParam long before) {
        return new TalkEarlier(talks.before(tickets.byCode(code), before));
    }

    @GetMapping("/side")
    View side(@PathVariable String code) {
        return sides.view(tickets.byCode(code));
    }

    @GetMapping("/customers")
    View customers(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean dialog) {
        return new TieListView(sides.startingWith(q), dialog ? "dialog-ties" : "tie-list");
    }
}
