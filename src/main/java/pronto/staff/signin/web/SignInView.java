package pronto.staff.signin.web;

import pronto.ui.View;

/** Asks who it is; {@code nobodyYet} where the first administrator is still to come. */
public record SignInView(String next, boolean nobodyYet) implements View {}
