package pronto.knowledge.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.Articles.Wanted;
import pronto.knowledge.Audience;
import pronto.knowledge.articles.Choices;
import pronto.ui.Invalid;

/** What was chosen above the list; nothing is everything. */
final class Filters {

    private Filters() {}

    static Wanted wanted(String kind, String state, String audience, String language) {
        var archived = state.equals("archived");
        return new Wanted(
                read(ArticleKind.class, kind, "kind"),
                archived ? null : read(ArticleState.class, state, "state"),
                read(Audience.class, audience, "audience"),
                language(language),
                archived);
    }

    private static @Nullable String language(String language) {
        return switch (language) {
            case "" -> null;
            case "it", "en" -> language;
            default -> throw new Invalid("not-a-choice", "language", Map.of("choices", "it, en"));
        };
    }

    private static <E extends Enum<E>> @Nullable E read(Class<E> choices, String name, String field) {
        if (name.isBlank()) {
            return null;
        }
        return Choices.read(choices, name, field);
    }
}
