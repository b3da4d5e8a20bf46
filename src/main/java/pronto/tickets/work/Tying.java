package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;

/** Says whose matter a ticket is: for what is here and for what will come, or for this ticket alone; and takes it back. */
@Component
class Tying {

    private final JdbcClient db;
    private final Holding holding;
    private final Customers customers;
    private final Apart apart;
    private final Trace trace;

    Tying(JdbcClient db, Holding holding, Customers customers, Apart apart, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.customers = customers;
        this.apart = apart;
        this.trace = trace;
    }

    Ticket tie(long id, long customerId, @Nullable Long into, Actor by) {
        var others = others(id);
        var held = holding.ticket(id);
        var customer = customer(customerId);
        var was = customerOf(held);
        var contact = contact(held, customerId, into, by);
        told(belong(List.of(id), customer, contact, "manual"), customer, was, by);
        told(belong(others, customer, contact, "address"), customer, was, by);
        return holding.ticket(id);
    }

    /** An address that is already somebody's moves only from where it was seen to be wrong. */
    private @Nullable Long contact(Ticket held, long customer, @Nullable Long into, Actor by) {
        var address = held.reporter().email();
        if (address == null) {
            return null;
        }
        var name = held.reporter().name();
        return (held.unknown() && into == null
                        ? customers.tie(customer, address, name, by)
                        : customers.move(customer, address, name, into, by))
                .id();
    }

    Ticket tieHere(long id, long customerId, @Nullable Long contact, Actor by) {
        var held = holding.ticket(id);
        var customer = customer(customerId);
        var was = customerOf(held);
        var theirs = contact == null
                ? null
                : customers
                        .contact(contact)
                        .filter(one -> one.customer() == customerId)
                        .map(Contact::id)
                        .orElse(null);
        told(belong(List.of(id), customer, theirs, "manual"), customer, was, by);
        return holding.ticket(id);
    }

    Ticket untie(long id, Actor by) {
        var others = others(id);
        var held = holding.ticket(id);
        var was = customerOf(held);
        if (was == null) {
            return held;
        }
        free(List.of(id), was, by);
        free(others, was, by);
        if (held.reporter().email() != null) {
            customers.untie(was.id(), held.reporter().email(), by);
        }
        return holding.ticket(id);
    }

    Ticket untieHere(long id, Actor by) {
        var held = holding.ticket(id);
        var was = customerOf(held);
        if (was == null) {
            return held;
        }
        free(List.of(id), was, by);
        return holding.ticket(id);
    }

    private Customer customer(long id) {
        return customers.customer(id).orElseThrow(() -> new CustomerUnknown("customer"));
    }

    private @Nullable Customer customerOf(Ticket ticket) {
        return ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).orElse(null);
    }

    /**
     * The reporter's other tickets that were recognised as this one was; what somebody gave a customer by itself stays
     * there. All are held in one order, this one among them, so that two who do so wait for each other.
     */
    private List<Long> others(long id) {
        return db.sql("""
                select id from tickets.ticket
                 where reporter_email = (select reporter_email from tickets.ticket where id = :id)
                   and (id = :id or customer_id is null
                        or (contact_id is not null or recognition_how = 'domain')
                           and customer_id = (select customer_id from tickets.ticket where id = :id))
                 order by id for update
                """).param("id", id).query((row, number) -> row.getLong("id")).list().stream()
                .filter(other -> other != id)
                .toList();
    }

    private List<Ticket> belong(Collection<Long> tickets, Customer customer, @Nullable Long contact, String how) {
        apart.from(tickets, customer.id()).ifPresent(refusal -> {
            throw refusal;
        });
        return db.sql("""
                update tickets.ticket
                   set customer_id = :customer, contact_id = :contact, recognition_how = :how,
                       version = version + 1, updated_at = :now
                 where id = any(:tickets)
                returning *
                """)
                .param("customer", customer.id())
                .param("contact", contact)
                .param("how", how)
                .param("now", utc(holding.now()))
                .param("tickets", tickets.toArray(Long[]::new))
                .query(TicketRows::ticket)
                .list();
    }

    private void free(Collection<Long> tickets, Customer was, Actor by) {
        db.sql("""
                update tickets.ticket
                   set customer_id = null, contact_id = null, recognition_how = 'none',
                       version = version + 1, updated_at = :now
                 where id = any(:tickets) and customer_id = :was
                returning *
                """)
                .param("now", utc(holding.now()))
                .param("tickets", tickets.toArray(Long[]::new))
                .param("was", was.id())
                .query(TicketRows::ticket)
                .list()
                .forEach(ticket -> trace.leaveInside(
                        "untied",
                        ticket,
                        by,
                        new TicketEvent.Untied(ticket.id()),
                        Map.of("was", was.name(), "wasCode", was.code())));
    }

    private void told(List<Ticket> tickets, Customer customer, @Nullable Customer was, Actor by) {
        for (var ticket : tickets) {
            var event = new TicketEvent.Tied(ticket.id(), customer.id());
            if (was == null || Objects.equals(was.id(), customer.id())) {
                trace.leave(
                        "tied",
                        ticket,
                        by,
                        event,
                        Map.of("customer", customer.name(), "customerCode", customer.code()));
            } else {
                trace.leaveInside(
                        "customerChanged",
                        ticket,
                        by,
                        event,
                        Map.of(
                                "customer",
                                customer.name(),
                                "customerCode",
                                customer.code(),
                                "was",
                                was.name(),
                                "wasCode",
                                was.code()));
            }
        }
    }
}
