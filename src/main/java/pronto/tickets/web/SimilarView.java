package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** Tickets like the one that is screened; {@code fill} takes over what was answered there, {@code linked} is one already. */
public record SimilarView(String code, List<Like> tickets) implements View {

    public record Like(
            String code,
            String path,
            String subject,
            @Nullable Enum<?> priority,
            String state,
            List<String> words,
            @Nullable String fill,
            boolean linked) {}
}
