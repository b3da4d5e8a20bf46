package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** One ticket: its head, what was said, what one writes, and who it is about. */
public record TicketView(
        HeadView head, TalkView talk, @Nullable ComposerView composer, SideView side) implements View {}
