package pronto.tickets.web;

import pronto.ui.View;

/** Where one looks for a canned answer, or for an article. */
public record CannedDialog(String code, CannedList list) implements View {}
