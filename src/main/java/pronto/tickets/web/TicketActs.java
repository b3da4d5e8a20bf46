package pronto.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.channels.Mailbox;
import pronto.customers.Customers;
import pronto.runtime.Spelling;
import pronto.staff.Technician;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.Desk;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.tickets.work.BlockedSenders;
import pronto.ui.Act;
import pronto.ui.Said;
import pronto.ui.Text;
import pronto.ui.View;

/** What a technician does with a ticket: each change of state is a thing that is created. */
@Controller
@RequestMapping("/tickets/{code}")
class TicketActs {

    private final Desk desk;
    private final Tickets tickets;
    private final Customers customers;
    private final TicketViews views;
    private final BlockedSenders blocked;

    TicketActs(Desk desk, Tickets tickets, Customers customers, TicketViews views, BlockedSenders blocked) {
        this.desk = desk;
        this.tickets = tickets;
        this.customers = customers;
        this.views = views;
        this.blocked = blocked;
    }

    @PostMapping("/pickup")
    View pickUp(@PathVariable String code, Technician me) {
        return news(desk.pickUp(id(code), me.id(), me.actor()), me);
    }

    @PostMapping("/release")
    View release(@PathVariable String code, Technician me) {
        return news(desk.release(id(code), me.actor()), me);
    }

    /** To somebody, or to a team's queue where nobody is named. */
    @PostMapping("/assignment")
    View assign(
            @PathVariable String code,
            @RequestParam long team,
            @RequestParam(defaultValue = "0") long technician,
            Technician me) {
        return news(desk.reassign(id(code), team, technician == 0 ? null : technician, me.actor()), me);
    }

    @PostMapping("/waiting")
    View waitForCustomer(@PathVariable String code, Technician me) {
        return news(desk.waitForCustomer(id(code), me.actor()), me);
    }

    @PostMapping("/resolution")
    View resolve(
            @PathVariable String code,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String evidence,
            Technician me,
            Act act) {
        var resolution = Resolution.of(
                Spelling.read(Resolution.Kind.class, kind), text.strip(), evidence.isBlank() ? null : evidence.strip());
        var ticket = id(code);
        act.once(() -> desk.resolve(ticket, resolution, me.actor()).version());
        return news(tickets.ticket(ticket), me);
    }

    @PostMapping("/closure")
    View close(@PathVariable String code, Technician me) {
        return news(desk.close(id(code), me.actor()), me);
    }

    @PostMapping("/reopening")
    View reopen(@PathVariable String code, Technician me) {
        return news(desk.reopen(id(code), me.actor()), me);
    }

    /** {@code block} is an address, or {@code @} and a domain, or nothing. */
    @PostMapping("/spam")
    View spam(@PathVariable String code, @RequestParam(defaultValue = "") String block, Technician me) {
        var ticket = desk.markAsSpam(id(code), me.actor());
        if (!block.isBlank()) {
            desk.block(block, me.actor());
        }
        return news(ticket, me);
    }

    @DeleteMapping("/spam")
    View notSpam(@PathVariable String code, Technician me, Text text, HttpServletResponse response) {
        var ticket = tickets.byCode(code);
        var lifted = blocked.against(ticket.reporter().email());
        var after = desk.undoSpam(ticket.id(), me.actor());
        if (!lifted.isEmpty()) {
            var sender = lifted.getFirst();
            Said.say(
                    response,
                    text.of("tickets.blocked.lifted", "sender", String.join(", ", lifted)),
                    "POST " + BlockedScreen.path(sender));
        }
        return news(after, me);
    }

    /** For all that this sender wrote and will write, or for this ticket alone. */
    @PostMapping("/customer")
    View tie(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "false") boolean here,
            @RequestParam(required = false) @Nullable Long contact,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var known = customers.byCode(customer).orElseThrow(() -> new CustomerUnknown("customer"));
        var ties = new Ties(tickets.byCode(code), customers);
        var ticket = here
                ? desk.tieHere(ties.ticket().id(), known.id(), contact, me.actor())
                : desk.tie(ties.ticket().id(), known.id(), contact, me.actor());
        Said.say(response, text.of("tickets.tied", "customer", known.name()), ties.back(here));
        return news(ticket, me);
    }

    @DeleteMapping("/customer")
    View untie(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean here,
            Technician me,
            Text text,
            HttpServletResponse response) {
        var ties = new Ties(tickets.byCode(code), customers);
        var id = ties.ticket().id();
        var ticket = here ? desk.untieHere(id, me.actor()) : desk.untie(id, me.actor());
        Said.say(response, text.of("tickets.untied"), ties.back(here));
        return news(ticket, me);
    }

    @PostMapping("/participants")
    View add(@PathVariable String code, @RequestParam String address, Technician me) {
        return news(desk.addParticipant(id(code), new Mailbox(null, address.strip()), me.actor()), me);
    }

    @DeleteMapping("/waiting-people")
    View refuse(@PathVariable String code, @RequestParam String address, Technician me) {
        return news(desk.refuseParticipant(id(code), address, me.actor()), me);
    }

    @DeleteMapping("/participants")
    View remove(@PathVariable String code, @RequestParam String address, Technician me) {
        return news(desk.removeParticipant(id(code), address, me.actor()), me);
    }

    @PostMapping("/deliveries/{delivery}")
    View resend(@PathVariable String code, @PathVariable long delivery, Technician me, Act act) {
        var ticket = id(code);
        act.once(() -> desk.resend(ticket, delivery, me.actor()).version());
        return news(tickets.ticket(ticket), me);
    }

    @DeleteMapping("/undelivered")
    View undeliveredSeen(@PathVariable String code, Technician me) {
        return news(desk.seeUndelivered(id(code), me.actor()), me);
    }

    private long id(String code) {
        return tickets.byCode(code).id();
    }

    private View news(Ticket ticket, Technician me) {
        return views.news(ticket, me);
    }
}
