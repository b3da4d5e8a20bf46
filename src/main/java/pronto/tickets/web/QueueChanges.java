package pronto.tickets.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.tickets.work.QueueLine;
import pronto.ui.View;

/** What is new since the list was drawn: rows in their places, and how many tickets wait above. */
public record QueueChanges(
        List<QueueRow> rows,
        @Nullable QueueNews news,
        @Nullable String total) implements View {

    static QueueChanges of(List<QueueRow> rows, List<QueueLine> arrived, Lane lane, String q, @Nullable String total) {
        return new QueueChanges(rows, arrived.isEmpty() ? null : news(arrived, lane, q), total);
    }

    private static QueueNews news(List<QueueLine> arrived, Lane lane, String q) {
        var first = arrived.stream()
                .map(QueueLine::priority)
                .filter(Objects::nonNull)
                .min(Priority::compareTo)
                .orElse(null);
        return new QueueNews(
                arrived.size(), first, arrived.stream().map(QueueLine::id).toList(), lane, q);
    }
}
