package pronto.tickets.web;

import pronto.ui.View;

/** After an act of ours: the regions of the ticket that it may have changed, and its row in the list. */
public record TicketNews(HeadView head, TalkView talk, SideView side) implements View {}
