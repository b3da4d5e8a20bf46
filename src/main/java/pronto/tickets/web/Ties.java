package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.customers.Contact;
import pronto.customers.Customers;
import pronto.tickets.Ticket;

/** Whose ticket it is before somebody says otherwise, and the request that makes it so again. */
record Ties(Ticket ticket, @Nullable String customer, boolean known) {

    Ties(Ticket ticket, Customers customers) {
        this(
                ticket,
                ticket.customer() == null
                        ? null
                        : customers.customer(ticket.customer()).orElseThrow().code(),
                ticket.reporter().email() != null
                        && customers
                                .contactByAddress(ticket.reporter().email())
                                .map(Contact::customer)
                                .isPresent());
    }

    String back(boolean here) {
        var path = "/tickets/" + ticket.code() + "/customer";
        if (customer == null) {
            // Who was a contact before stays one.
            return "DELETE " + path + "?here=" + (here || known);
        }
        return "POST " + path + "?customer=" + QueueViews.encoded(customer) + "&here=" + here
                + (ticket.contact() == null ? "" : "&contact=" + ticket.contact());
    }
}
