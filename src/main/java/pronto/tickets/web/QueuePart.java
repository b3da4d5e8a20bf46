package pronto.tickets.web;

import pronto.ui.View;

/** The rows of a list alone: filtered, or brought up to date. */
public record QueuePart(QueueView queue) implements View {}
