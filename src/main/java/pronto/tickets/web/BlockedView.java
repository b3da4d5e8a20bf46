package pronto.tickets.web;

import pronto.ui.View;

/** The senders whose mail opens no ticket. */
public record BlockedView(BlockedList list) implements View {}
