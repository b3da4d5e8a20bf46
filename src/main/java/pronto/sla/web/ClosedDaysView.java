package pronto.sla.web;

import pronto.ui.View;

/** The days on which a calendar is closed, to be written; {@code read} of them were just taken from a file. */
public record ClosedDaysView(String closed, int read, int left) implements View {}
