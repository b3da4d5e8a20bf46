package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** How a ticket was resolved, and what the customer is told. */
public record ResolveDialog(String code, List<Kind> kinds) implements View {

    public record Kind(String value, String word) {}
}
