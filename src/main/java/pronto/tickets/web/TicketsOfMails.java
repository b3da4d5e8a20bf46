package pronto.tickets.web;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.channels.OutgoingSubjects;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;

/** Leads from a mail in the outbox to the ticket it is about. */
@Component
class TicketsOfMails implements OutgoingSubjects {

    private final Tickets tickets;

    TicketsOfMails(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public String kind() {
        return "ticket";
    }

    @Override
    public Map<Long, Link> links(Collection<Long> ids) {
        return tickets.tickets(ids).values().stream()
                .collect(toMap(Ticket::id, ticket -> new Link(ticket.code(), "/tickets/" + ticket.code())));
    }
}
