package pronto.channels.web;

import java.util.List;
import pronto.ui.View;

/** The outbox: everything that left, or did not. */
public record OutboxView(OutboxList list, boolean relay) implements View {

    public List<Filter> filters() {
        return List.of(Filter.values());
    }
}
