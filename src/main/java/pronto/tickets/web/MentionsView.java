package pronto.tickets.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.Avatar;
import pronto.ui.View;

/** What somebody is called for: notes, and messages that did not arrive. */
public record MentionsView(List<Row> rows) implements View {

    /** {@code about} is the word for why, {@code icon} marks what did not arrive. */
    public record Row(
            String about,
            @Nullable String icon,
            Avatar avatar,
            String writer,
            String code,
            String subject,
            String text,
            Instant at,
            boolean seen,
            String path) {}
}
