package pronto.tickets.web;

import pronto.ui.View;

/** The next rows of a list, in the place of the button that asked for them. */
public record QueueMore(QueueView queue) implements View {}
