package pronto.channels.web;

import pronto.ui.View;

/** Asks why a mail that has left shall be sent again. */
public record ResendDialog(long delivery, String address, String filter) implements View {}
