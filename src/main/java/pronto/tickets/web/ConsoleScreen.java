package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.staff.Technician;
import pronto.tickets.Acts;
import pronto.tickets.Tickets;
import pronto.tickets.work.Mentions;
import pronto.ui.Go;
import pronto.ui.View;

/** The console: a list, and one ticket beside it; each ticket is an address. */
@Controller
class ConsoleScreen {

    private final QueueViews queues;
    private final TicketViews views;
    private final Tickets tickets;
    private final Mentions mentions;
    private final Acts acts;

    ConsoleScreen(QueueViews queues, TicketViews views, Tickets tickets, Mentions mentions, Acts acts) {
        this.queues = queues;
        this.views = views;
        this.tickets = tickets;
        this.mentions = mentions;
        this.acts = acts;
    }

    @GetMapping("/")
    View list(@RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String q, Technician me) {
        return new ConsoleView(queues.view(Lane.of(view), q, me, null), null);
    }

    /** Chosen in the list only the ticket is drawn; opened by its address the list is drawn with it. */
    @GetMapping("/tickets/{code}")
    View ticket(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String view,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Technician me) {
        var lane = Lane.of(view);
        var ticket = tickets.byCode(code);
        if (ticket.merged()) {
            return Go.to(lane.path(tickets.ticket(acts.leadsTo(ticket.id())).code()));
        }
        mentions.seen(me.id(), ticket.id());
        var drawn = views.view(ticket, me, lane);
        return part != null ? drawn : new ConsoleView(queues.view(lane, "", me, ticket.code()), drawn);
    }
}
