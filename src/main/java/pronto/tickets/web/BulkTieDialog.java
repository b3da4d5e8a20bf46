package pronto.tickets.web;

import pronto.ui.View;

/** Whose the selected tickets are, and all that their senders will write. */
public record BulkTieDialog() implements View {}
