package pronto.channels.web;

import pronto.ui.View;

/** The part of the outbox that fits a filter, as long as the screen is open. */
public record OutboxList(Filter filter, OutboxRows rows) implements View {

    public boolean isEmpty() {
        return rows.rows().isEmpty();
    }
}
