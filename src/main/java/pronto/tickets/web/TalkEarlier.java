package pronto.tickets.web;

import pronto.ui.View;

/** What was said before, in the place of the button that asked for it. */
public record TalkEarlier(TalkView talk) implements View {}
