package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.tickets.Priority;
import pronto.ui.View;

/** How many tickets came since the list was drawn: they wait here, so that no row moves under a pointer. */
public record QueueNews(int count, @Nullable Priority first, String refresh) implements View {}
