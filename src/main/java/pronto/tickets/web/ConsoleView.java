package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** The console: the list, the ticket one works on, and what explains it. */
public record ConsoleView(QueueView queue, @Nullable TicketView ticket) implements View {}
