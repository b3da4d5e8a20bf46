package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.ui.View;

/** Tickets that came back to a team that had them before, too often; each with every time that it did. */
public record BouncedView(List<Row> rows) implements View {

    public record Row(
            String code,
            String subject,
            @Nullable Priority priority,
            String team,
            int times,
            Instant openedAt,
            String path,
            List<HandOverView.Passage> bounces) {}
}
