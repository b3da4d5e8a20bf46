package pronto.tickets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pronto.search.Match;
import pronto.search.Search;
import pronto.tickets.Acts;
import pronto.tickets.Ticket;
import pronto.tickets.Tickets;

/** Tickets to which messages of another may go: of the same customer alone, where it is known. */
@Component
class Targets {

    private static final int FEW = 8;
    private static final int LOOKED_AT = 50;

    private final Tickets tickets;
    private final Acts acts;
    private final Search search;

    Targets(Tickets tickets, Acts acts, Search search) {
        this.tickets = tickets;
        this.acts = acts;
        this.search = search;
    }

    TargetList of(Ticket ticket, String words) {
        var found = words.isBlank() ? Likely.first(ticket, near(ticket), FEW) : named(ticket, words.strip());
        return new TargetList(found.stream()
                .map(one -> new TargetList.Target(
                        one.code(),
                        one.subject(),
                        one.reporter().display(),
                        one.state().name(),
                        one.openedAt()))
                .toList());
    }

    private List<Ticket> near(Ticket ticket) {
        var near = new ArrayList<Ticket>();
        if (ticket.claims() != null) {
            near.add(tickets.ticket(acts.leadsTo(ticket.claims())));
        }
        var filter = ticket.customer() != null
                ? Tickets.Filter.ofCustomer(ticket.customer())
                : new Tickets.Filter(null, null, null, null, ticket.reporter().email(), false);
        if (filter.customer() != null || filter.reporter() != null) {
            near.addAll(tickets.list(filter, null, LOOKED_AT));
        }
        return fitting(ticket, near.stream());
    }

    private List<Ticket> named(Ticket ticket, String words) {
        var found = search
                .find(new Search.Query(words, Set.of("ticket"), ticket.customer(), null, Set.of(), 0, FEW + 1))
                .matches()
                .stream()
                .map(Match::id)
                .toList();
        var known = tickets.tickets(found);
        var typed = Codes.typed(words, tickets).map(one -> tickets.ticket(acts.leadsTo(one.id())));
        return fitting(
                        ticket,
                        Stream.concat(typed.stream(), found.stream().flatMap(id -> Stream.ofNullable(known.get(id)))))
                .stream()
                .limit(FEW)
                .toList();
    }

    private static List<Ticket> fitting(Ticket ticket, Stream<Ticket> found) {
        return found.filter(one -> one.id() != ticket.id() && !one.merged() && !one.spam())
                .distinct()
                .toList();
    }
}
