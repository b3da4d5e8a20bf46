package pronto.staff.signin.web;

import pronto.ui.View;

/** Asks who the first administrator is. */
public record FirstView(String link) implements View {}
