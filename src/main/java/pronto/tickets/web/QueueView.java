package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/**
 * A list of tickets: what one works from. {@code next} draws more of it, and then {@code newest} is the youngest ticket of
 * all at this moment; {@code count} may read "99+".
 */
public record QueueView(
        Lane lane,
        String q,
        @Nullable String count,
        List<Group> groups,
        @Nullable String next,
        long newest,
        boolean searching)
        implements View {

    /** Rows under one heading; {@code word} is null for the most urgent, which stand above all headings. */
    public record Group(@Nullable String word, List<QueueRow> rows) {}

    public boolean empty() {
        return groups.isEmpty();
    }
}
