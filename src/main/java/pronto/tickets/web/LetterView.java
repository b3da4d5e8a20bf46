package pronto.tickets.web;

import pronto.ui.View;

/** The first message of a ticket that we open. */
public record LetterView(String to) implements View {}
