package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.tickets.work.Lanes;
import pronto.ui.View;

/** Where a mail of no ticket stands, and what can be done with it. */
public record UnfiledActsView(long id, String reason, Lanes.@Nullable Away away) implements View {}
