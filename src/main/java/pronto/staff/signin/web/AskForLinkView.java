package pronto.staff.signin.web;

import pronto.ui.View;

/** Asks where to mail a link; once {@code asked}, says what to expect. */
public record AskForLinkView(boolean asked) implements View {}
