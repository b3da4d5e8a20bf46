package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** What a customer wrote, the newest first. {@code more} draws further ones, {@code last} says that there are no more here. */
public record CustomerTickets(
        String path, List<QueueRow> rows, @Nullable String more, boolean last) implements View {}
