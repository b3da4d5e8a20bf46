package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.tickets.work.Lanes;
import pronto.ui.View;

/** Mails of no ticket: those that wait for a look, or those that were put away. */
public record UnfiledList(boolean away, List<Row> rows) implements View {

    public record Row(
            long id, @Nullable String from, String subject, String reason, Instant at, Lanes.@Nullable Away away) {}
}
