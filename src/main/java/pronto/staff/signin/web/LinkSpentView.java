package pronto.staff.signin.web;

import pronto.ui.View;

/** A link that opens nothing any more, and the way to a new one. */
public record LinkSpentView() implements View {}
