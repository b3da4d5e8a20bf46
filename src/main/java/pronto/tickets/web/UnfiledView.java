package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Mail that belongs to no ticket. */
public record UnfiledView(List<Row> rows) implements View {

    public record Row(long id, @Nullable String from, String subject, String reason, Instant at) {}
}
