package pronto.tickets.work;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.channels.EmailDomain;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.tickets.Arrival;
import pronto.tickets.SenderRights;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** People to whom a mail went besides us: they wait until they are let in, or are let in as the customer's own. */
@Component
class Copied {

    /** More are no colleagues, but a list. */
    private static final int MOST = 20;

    private final JdbcClient db;
    private final Participants participants;
    private final Customers customers;
    private final Holding holding;

    Copied(JdbcClient db, Participants participants, Customers customers, Holding holding) {
        this.db = db;
        this.participants = participants;
        this.customers = customers;
        this.holding = holding;
    }

    /** Sees to those whom this message names; nothing is sent to any of them by it. */
    void by(Ticket ticket, Arrival message) {
        if (message.automatic() != null) {
            return;
        }
        Stream.concat(message.to().stream(), message.cc().stream())
                .filter(person -> !participants.ours(person.address()))
                .filter(person -> message.from() == null
                        || !person.address().equals(message.from().address()))
                .distinct()
                .limit(MOST)
                .filter(person -> !participants.is(ticket.id(), person.address()))
                .forEach(person -> see(ticket, message, person));
    }

    private void see(Ticket ticket, Arrival message, Mailbox person) {
        var trust = message.trust() == null ? Trust.UNVERIFIED : message.trust();
        if (SenderRights.bringsColleagues(isTheirs(ticket, person), trust)) {
            participants.admit(ticket, person, Actor.PRONTO);
        } else {
            waits(ticket.id(), person);
        }
    }

    private boolean isTheirs(Ticket ticket, Mailbox person) {
        var domains = ticket.customer() == null
                ? List.<String>of()
                : customers.customer(ticket.customer()).map(Customer::domains).orElse(List.of());
        return EmailAddress.parse(person.address())
                .map(EmailAddress::domain)
                .map(EmailDomain::name)
                .filter(domains::contains)
                .isPresent();
    }

    /** Who was refused once is not shown again by the next mail. */
    private void waits(long ticket, Mailbox person) {
        db.sql("""
                insert into tickets.copied (ticket_id, address, name, at) values (:ticket, :address, :name, :now)
                on conflict do nothing
                """)
                .param("ticket", ticket)
                .param("address", person.address())
                .param("name", Subjects.name(person.name()))
                .param("now", Columns.utc(holding.now()))
                .update();
    }
}
