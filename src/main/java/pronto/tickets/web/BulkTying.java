package pronto.tickets.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.staff.Technician;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.Desk;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;
import pronto.ui.Invalid;

/** Gives several tickets of senders that nobody knew to one customer, and takes that back; what is another's stays so. */
@Component
class BulkTying {

    private final Desk desk;
    private final Tickets tickets;
    private final Customers customers;

    BulkTying(Desk desk, Tickets tickets, Customers customers) {
        this.desk = desk;
        this.tickets = tickets;
        this.customers = customers;
    }

    Customer customer(String code) {
        return customers.byCode(code).orElseThrow(() -> new CustomerUnknown("customer"));
    }

    /** What the same sender wrote comes along with the first of their tickets. */
    Ticket tie(Ticket ticket, String code, Technician me) {
        var customer = customer(code);
        if (ticket.customer() != null) {
            return held(ticket, customer);
        }
        var contact = contact(ticket);
        if (contact == null) {
            return desk.tie(ticket.id(), customer.id(), null, me.actor());
        }
        if (contact.customer() != customer.id()) {
            throw new Invalid("INVALID", "customer");
        }
        return desk.tieHere(ticket.id(), customer.id(), contact.id(), me.actor());
    }

    Ticket untie(Ticket ticket, String code, boolean here, Technician me) {
        if (ticket.customer() == null) {
            return ticket;
        }
        held(ticket, customer(code));
        return here ? desk.untieHere(ticket.id(), me.actor()) : desk.untie(ticket.id(), me.actor());
    }

    private static Ticket held(Ticket ticket, Customer customer) {
        if (ticket.customer() == null || ticket.customer() != customer.id()) {
            throw new Invalid("INVALID", "ticket");
        }
        return ticket;
    }

    private @Nullable Contact contact(Ticket ticket) {
        var address = ticket.reporter().email();
        return address == null ? null : customers.contactByAddress(address).orElse(null);
    }

    /** For each that is nobody's now, what names it in the request that makes it so again; who is a contact stays one. */
    Map<Long, String> waysBack(Collection<String> codes) {
        return codes.stream()
                .flatMap(code -> tickets.find(code).stream())
                .filter(Ticket::unknown)
                .distinct()
                .collect(Collectors.toMap(
                        Ticket::id,
                        ticket -> "&ticket=" + ticket.code()
                                + (contact(ticket) == null ? "" : "&here=" + ticket.code())));
    }

    static String back(Stream<String> ways, String customer) {
        return "POST /queue/bulk?act=untie&view=unknown&customer=" + QueueViews.encoded(customer)
                + ways.collect(Collectors.joining());
    }
}
