package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** What was found for these words. */
public record SearchView(
        String q,
        List<QueueRow> tickets,
        List<Customer> customers,
        long total,
        boolean atLeast,
        boolean building,
        @Nullable String next)
        implements View {

    public record Customer(String name, String code, String path) {}

    public boolean empty() {
        return tickets.isEmpty() && customers.isEmpty();
    }
}
