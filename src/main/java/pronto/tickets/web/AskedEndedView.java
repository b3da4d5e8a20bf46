package pronto.tickets.web;

import pronto.ui.View;

/** A link that leads nowhere any more. */
public record AskedEndedView() implements View {}
