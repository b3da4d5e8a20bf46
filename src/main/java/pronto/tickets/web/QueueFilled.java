package pronto.tickets.web;

import pronto.ui.View;

/** The first rows of a list in which nothing stood. */
public record QueueFilled(QueueView queue) implements View {}
