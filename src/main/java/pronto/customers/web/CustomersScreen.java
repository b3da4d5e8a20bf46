package pronto.customers.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.customers.Customer;
import pronto.customers.Customers;
import pronto.search.Match;
import pronto.search.Search;
import pronto.staff.Me;
import pronto.ui.Right;
import pronto.ui.View;

/** The list of customers. */
@Controller
class CustomersScreen {

    private static final int LINES = 100;

    private final Customers customers;
    private final Search search;

    CustomersScreen(Customers customers, Search search) {
        this.customers = customers;
        this.search = search;
    }

    @GetMapping("/customers")
    View show(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long after, Me me) {
        var words = q.strip();
        var found = words.isEmpty() ? customers.after(after, LINES + 1) : find(words);
        var shown = found.subList(0, Math.min(LINES, found.size()));
        var next = words.isEmpty() && found.size() > LINES ? shown.getLast().id() : null;
        return new CustomersView(words, CustomersView.lines(shown), next, me.may(Right.WORK), me.may(Right.IMPORT));
    }

    private List<Customer> find(String words) {
        var found = search.find(new Search.Query(words, Set.of("customer"), null, null, Set.of(), 0, LINES));
        if (found.building()) {
            return customers.startingWith(words, LINES);
        }
        var ids = found.matches().stream().map(Match::id).toList();
        var byId = customers.customers(ids);
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
