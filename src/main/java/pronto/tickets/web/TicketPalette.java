package pronto.tickets.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import pronto.search.Match;
import pronto.search.Search;
import pronto.tickets.Tickets;
import pronto.tickets.work.Queue;
import pronto.tickets.work.QueueLine;
import pronto.ui.PaletteSource;
import pronto.ui.Reader;

/** Tickets in the command palette: the one whose code was typed, then those that the words find. */
@Component
class TicketPalette implements PaletteSource {

    private static final int FEW = 6;

    private final Search search;
    private final Queue queue;
    private final Tickets tickets;

    TicketPalette(Search search, Queue queue, Tickets tickets) {
        this.search = search;
        this.queue = queue;
        this.tickets = tickets;
    }

    @Override
    public String title() {
        return "tickets.palette";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Item> find(String words, Reader reader) {
        var ids = new ArrayList<Long>();
        Codes.typed(words, tickets).ifPresent(ticket -> ids.add(ticket.id()));
        search.find(new Search.Query(words, Set.of("ticket"), null, null, Set.of(), 0, FEW)).matches().stream()
                .map(Match::id)
                .filter(id -> !ids.contains(id))
                .forEach(ids::add);
        if (ids.isEmpty()) {
            return List.of();
        }
        var lines = new HashMap<Long, QueueLine>();
        queue.lines(ids).forEach(line -> lines.put(line.id(), line));
        return ids.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(TicketPalette::item)
                .toList();
    }

    private static Item item(QueueLine line) {
        var who = line.customerName() != null ? line.customerName() : line.reporter();
        return new Item("inbox", line.subject(), line.code() + " · " + who, Lane.ALL.path(line.code()));
    }
}
