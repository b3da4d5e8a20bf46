package pronto.tickets.work;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.tickets.Ticket;

/** By which clock a ticket's customer reads a time: their own; where nobody knows it, that of our machine. */
@Component
class CustomersZone {

    private final Customers customers;

    CustomersZone(Customers customers) {
        this.customers = customers;
    }

    ZoneId of(Ticket ticket) {
        var theirs = ticket.customer() == null
                ? null
                : customers.customer(ticket.customer()).map(Customer::timeZone).orElse(null);
        try {
            return theirs == null ? ZoneId.systemDefault() : ZoneId.of(theirs);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
