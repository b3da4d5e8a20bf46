package pronto.tickets.work;

import static pronto.tickets.work.Columns.utc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.tickets.CustomerUnknown;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;

/** Ties a reporter whom nobody recognised to a customer: once, for what is here and for what will come. */
@Component
class Tying {

    private final JdbcClient db;
    private final Holding holding;
    private final Customers customers;
    private final Trace trace;

    Tying(JdbcClient db, Holding holding, Customers customers, Trace trace) {
        this.db = db;
        this.holding = holding;
        this.customers = customers;
        this.trace = trace;
    }

    Ticket tie(long id, long customerId, Actor by) {
        var held = holding.ticket(id);
        var customer = customers.customer(customerId).orElseThrow(() -> new CustomerUnknown("customer"));
        var address = held.reporter().email();
        var contact = address == null
                ? null
                : customers.tie(customerId, address, held.reporter().name(), by).id();
        var ticket = belongs(held, customer, contact, by);
        if (address != null && contact != null) {
            theirOthers(address, customer, contact, by);
        }
        return ticket;
    }

    private Ticket belongs(Ticket held, Customer customer, @Nullable Long contact, Actor by) {
        var ticket = db.sql("""
                update tickets.ticket
                   set customer_id = :customer, contact_id = :contact, recognition_how = 'manual',
                       version = version + 1, updated_at = :now
                 where id = :id
                returning *
                """)
                .param("customer", customer.id())
                .param("contact", contact)
                .param("now", utc(holding.now()))
                .param("id", held.id())
                .query(TicketRows::ticket)
                .single();
        told(ticket, customer, by);
        return ticket;
    }

    private void theirOthers(String address, Customer customer, long contact, Actor by) {
        db.sql("""
                update tickets.ticket
                   set customer_id = :customer, contact_id = :contact, recognition_how = 'address',
                       version = version + 1, updated_at = :now
                 where reporter_email = :address and customer_id is null
                returning *
                """)
                .param("customer", customer.id())
                .param("contact", contact)
                .param("now", utc(holding.now()))
                .param("address", address)
                .query(TicketRows::ticket)
                .list()
                .forEach(other -> told(other, customer, by));
    }

    private void told(Ticket ticket, Customer customer, Actor by) {
        trace.leave(
                "tied",
                ticket,
                by,
                new TicketEvent.Tied(ticket.id(), customer.id()),
                Map.of("customer", customer.name(), "customerCode", customer.code()));
    }
}
