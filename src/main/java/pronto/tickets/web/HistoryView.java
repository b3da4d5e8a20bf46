package pronto.tickets.web;

import java.util.List;
import pronto.ui.View;

/** Everything that happened to a ticket. */
public record HistoryView(String code, String subject, String path, List<Row> rows) implements View {

    public record Row(TalkView.Event event, String actor) {}
}
