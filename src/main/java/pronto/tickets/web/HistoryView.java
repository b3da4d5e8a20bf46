package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Everything that happened to a ticket; of a change of state, which it was and which it became. */
public record HistoryView(String code, String subject, String path, List<Row> rows) implements View {

    public record Row(
            TalkView.Event event,
            @Nullable String before,
            @Nullable String after) {}
}
