package pronto.tickets.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.knowledge.Articles;
import pronto.knowledge.CannedAnswers;
import pronto.staff.Staff;
import pronto.staff.Technician;
import pronto.tickets.NotScreened;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.View;

/** The dialogs of a ticket, drawn when they are opened: they show what is true at that moment. */
@Controller
@RequestMapping("/tickets/{code}")
class Dialogs {

    private static final int ANSWERS = 12;
    private static final int ARTICLES = 6;
    private static final int TITLES = 300;

    private final Tickets tickets;
    private final Staff staff;
    private final Customers customers;
    private final CannedAnswers answers;
    private final Articles articles;
    private final SideViews sides;

    Dialogs(
            Tickets tickets,
            Staff staff,
            Customers customers,
            CannedAnswers answers,
            Articles articles,
            SideViews sides) {
        this.tickets = tickets;
        this.staff = staff;
        this.customers = customers;
        this.answers = answers;
        this.articles = articles;
        this.sides = sides;
    }

    @GetMapping("/dialogs/assign")
    View assign(@PathVariable String code, Technician me) {
        var ticket = tickets.byCode(code);
        return new AssignDialog(
                ticket.code(),
                staff.technicians().stream()
                        .map(one -> new AssignDialog.Choice(
                                one.id(), one.name(), one.away(), one.id() == me.id(), isHolder(ticket, one)))
                        .toList(),
                staff.teams().stream()
                        .map(team -> new AssignDialog.Choice(
                                team.id(), team.name(), false, false, team.id() == ticket.team()))
                        .toList());
    }

    @GetMapping("/dialogs/resolve")
    View resolve(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        if (ticket.priority() == null) {
            throw new NotScreened(ticket.code());
        }
        return new ResolveDialog(ticket.code(), ResolveDialog.Kind.all(), articles.titles(ticket.language(), TITLES));
    }

    @GetMapping("/dialogs/spam")
    View spam(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        var address = ticket.reporter().email();
        return new SpamDialog(
                ticket.code(),
                address,
                address == null || !ticket.unknown() ? null : address.substring(address.indexOf('@')));
    }

    @GetMapping("/dialogs/customer")
    View customer(@PathVariable String code) {
        var ticket = tickets.byCode(code);
        return new CustomerDialog(
                ticket.code(), ticket.reporter().email(), !ticket.unknown(), sides.suggestions(ticket));
    }

    @GetMapping("/dialogs/canned")
    View canned(@PathVariable String code, Technician me) {
        return new CannedDialog(tickets.byCode(code).code(), found(code, "", me));
    }

    @GetMapping("/canned")
    View canned(@PathVariable String code, @RequestParam(defaultValue = "") String q, Technician me) {
        return found(code, q, me);
    }

    private CannedList found(String code, String q, Technician me) {
        var ticket = tickets.byCode(code);
        var values = values(ticket, me);
        return new CannedList(
                answers.offered(q, ticket.language(), me.teams(), ANSWERS).stream()
                        .map(answer -> CannedList.Answer.of(answer.name(), answers.fill(answer, values)))
                        .toList(),
                CannedList.articles(articles.quotable(q, ticket.language(), ARTICLES)));
    }

    private Map<String, String> values(Ticket ticket, Technician me) {
        var values = new HashMap<String, String>();
        values.put("ticket.code", ticket.code());
        values.put("ticket.subject", ticket.subject());
        values.put("technician.name", me.name());
        var reporter = ticket.reporter().name();
        if (reporter != null && !reporter.isBlank()) {
            values.put("reporter.name", reporter);
            values.put("reporter.firstName", TicketViews.first(reporter));
        }
        if (ticket.customer() != null) {
            customers
                    .customer(ticket.customer())
                    .map(Customer::name)
                    .ifPresent(name -> values.put("customer.name", name));
        }
        return values;
    }

    private static boolean isHolder(Ticket ticket, Technician one) {
        return ticket.technician() != null && ticket.technician() == one.id();
    }
}
