package pronto.staff.signin.web;

import pronto.ui.View;

/** The page behind a mailed link: only its button signs in, since programs that scan mails follow links. */
public record LinkView(String link, String name, boolean invited) implements View {}
