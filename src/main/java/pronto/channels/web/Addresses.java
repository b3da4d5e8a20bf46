package pronto.channels.web;

import java.util.List;
import pronto.ui.View;

/** The addresses that one message goes to, and how far it got with each. */
public record Addresses(long outgoing, List<OutboxRow> rows) implements View {}
