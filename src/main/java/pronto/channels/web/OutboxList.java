package pronto.channels.web;

import pronto.ui.View;

/** The part of the outbox that was asked for, as long as the screen is open. */
public record OutboxList(Shown shown, OutboxRows rows) implements View {

    public boolean isEmpty() {
        return rows.rows().isEmpty();
    }
}
