package pronto.tickets.web;

import pronto.ui.View;

/** Why a ticket goes back to the team it came from. */
public record ReturnDialog(String code, String team) implements View {}
