package pronto.tickets.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.ui.View;

/** How many tickets came since the list was drawn: they wait here, so that no row moves under a pointer. */
public record QueueNews(int count, @Nullable Priority first, List<Long> tickets, Lane lane, String q) implements View {

    /** Draws the list with them. */
    public String refresh() {
        return "/queue?view=" + lane.spelled() + "&q=" + QueueViews.encoded(q) + "&arrived="
                + tickets.stream().map(String::valueOf).collect(joining(","));
    }
}
