package pronto.tickets.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customers;
import pronto.search.Excerpts;
import pronto.search.Match;
import pronto.search.Search;
import pronto.staff.Technician;
import pronto.tickets.Conversation;
import pronto.tickets.Tickets;
import pronto.tickets.work.Queue;
import pronto.tickets.work.QueueLine;
import pronto.ui.View;

/** Everything that can be found, open and closed; a code typed whole stands first. */
@Controller
class SearchScreen {

    private static final int PAGE = 40;
    private static final int ROUND = 1_000;

    /** As much of each ticket is looked through for a piece to show. */
    private static final int MESSAGES = 8;

    private static final int LETTERS = 3_000;

    private final Search search;
    private final Queue queue;
    private final Tickets tickets;
    private final Customers customers;
    private final Conversation conversation;
    private final InstantSource time;

    SearchScreen(
            Search search,
            Queue queue,
            Tickets tickets,
            Customers customers,
            Conversation conversation,
            InstantSource time) {
        this.search = search;
        this.queue = queue;
        this.tickets = tickets;
        this.customers = customers;
        this.conversation = conversation;
        this.time = time;
    }

    @GetMapping("/search")
    View show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int from, Technician me) {
        var words = q.strip();
        if (words.isEmpty()) {
            return new SearchView("", List.of(), List.of(), 0, false, false, null);
        }
        var first = Math.max(0, Math.min(from, 2000));
        var found = search.find(new Search.Query(words, Set.of("ticket"), null, null, Set.of(), first, PAGE));
        var next = found.matches().size() < PAGE
                ? null
                : "/search?q=" + QueueViews.encoded(words) + "&from=" + (first + PAGE);
        return new SearchView(
                words,
                hits(words, first, found.matches(), me),
                first == 0 ? customers(words) : List.of(),
                found.atLeast() ? round(found.total()) : found.total(),
                found.atLeast(),
                found.building(),
                next);
    }

    /** Where counting stopped tells nothing. */
    private static long round(long total) {
        return total < ROUND ? total : total / ROUND * ROUND;
    }

    private List<SearchView.Hit> hits(String words, int first, List<Match> matches, Technician me) {
        var ids = new ArrayList<Long>();
        if (first == 0) {
            Codes.typed(words, tickets).ifPresent(ticket -> ids.add(ticket.id()));
        }
        matches.stream().map(Match::id).filter(id -> !ids.contains(id)).forEach(ids::add);
        if (ids.isEmpty()) {
            return List.of();
        }
        var lines = new HashMap<Long, QueueLine>();
        queue.lines(ids).forEach(line -> lines.put(line.id(), line));
        var excerpts = Excerpts.of(words);
        var said = conversation.lastWords(ids, MESSAGES, LETTERS);
        return ids.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .map(line -> new SearchView.Hit(
                        QueueRow.of(line, Lane.ALL, false, me.language(), time.instant()),
                        SearchView.Part.of(excerpts.marked(line.subject())),
                        said.getOrDefault(line.id(), List.of()).stream()
                                .flatMap(text -> excerpts.around(text).stream())
                                .findFirst()
                                .map(SearchView.Part::of)
                                .orElse(null)))
                .toList();
    }

    private List<SearchView.Customer> customers(String words) {
        var ids =
                search.find(new Search.Query(words, Set.of("customer"), null, null, Set.of(), 0, 5)).matches().stream()
                        .map(Match::id)
                        .toList();
        var known = customers.customers(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(one ->
                        new SearchView.Customer(one.name(), one.code(), "/customers/" + QueueViews.encoded(one.code())))
                .toList();
    }
}
