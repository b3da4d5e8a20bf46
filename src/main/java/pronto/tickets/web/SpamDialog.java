package pronto.tickets.web;

import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Whether only this ticket is spam, or its sender is blocked too. A known customer's domain is never offered. */
public record SpamDialog(
        String code, @Nullable String address, @Nullable String domain) implements View {}
