package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import pronto.ui.Avatar;
import pronto.ui.View;

/** The notes that call somebody. */
public record MentionsView(List<Row> rows) implements View {

    public record Row(
            Avatar avatar,
            String writer,
            String code,
            String subject,
            String text,
            Instant at,
            boolean seen,
            String path) {}
}
