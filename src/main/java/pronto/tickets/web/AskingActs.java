package pronto.tickets.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.runtime.Spelling;
import pronto.staff.Technician;
import pronto.tickets.Askings;
import pronto.tickets.Diagnostic;
import pronto.tickets.Tickets;
import pronto.ui.Act;
import pronto.ui.Text;
import pronto.ui.View;

/** Asks the customer for what a technician needs to see. */
@Controller
@RequestMapping("/tickets/{code}")
class AskingActs {

    private final Tickets tickets;
    private final Askings askings;
    private final TicketViews views;

    AskingActs(Tickets tickets, Askings askings, TicketViews views) {
        this.tickets = tickets;
        this.askings = askings;
        this.views = views;
    }

    @GetMapping("/dialogs/ask")
    View dialog(@PathVariable String code, Text text) {
        return AskDialog.of(tickets.byCode(code).code(), text.of("tickets.ask.waits"));
    }

    @PostMapping("/asking")
    View ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<String> diagnostics,
            @RequestParam(defaultValue = "") String text,
            Technician me,
            Act act) {
        var ticket = tickets.byCode(code).id();
        var things = diagnostics.stream()
                .map(one -> Spelling.read(Diagnostic.class, one))
                .toList();
        act.once(() -> askings.ask(ticket, things, text, me.actor()).id());
        return views.news(tickets.ticket(ticket), me);
    }
}
