package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.search.Excerpt;
import pronto.ui.View;

/** What was found for these words. */
public record SearchView(
        String q,
        List<Hit> tickets,
        List<Customer> customers,
        long total,
        boolean atLeast,
        boolean building,
        @Nullable String next)
        implements View {

    /** A ticket, with the words that were searched marked in its subject, and in what was said on it. */
    public record Hit(
            QueueRow row, List<Part> subject, @Nullable List<Part> said) {}

    /** A piece of a text; {@code found} is one of the words. */
    public record Part(String text, boolean found) {

        static List<Part> of(Excerpt excerpt) {
            return excerpt.parts().stream()
                    .map(part -> new Part(part.text(), part.found()))
                    .toList();
        }
    }

    public record Customer(String name, String code, String path) {}

    public boolean empty() {
        return tickets.isEmpty() && customers.isEmpty();
    }
}
