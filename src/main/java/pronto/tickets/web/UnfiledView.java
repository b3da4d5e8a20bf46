package pronto.tickets.web;

import pronto.ui.View;

/** Mail that belongs to no ticket. */
public record UnfiledView(UnfiledList list) implements View {}
