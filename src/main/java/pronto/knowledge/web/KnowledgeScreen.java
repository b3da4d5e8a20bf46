package pronto.knowledge.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pronto.knowledge.Article;
import pronto.knowledge.Articles;
import pronto.knowledge.Articles.Place;
import pronto.staff.Me;
import pronto.ui.Right;
import pronto.ui.View;
import pronto.ui.api.Cursor;
import pronto.ui.api.Paging;

/** The list of what the desk knows. */
@Controller
class KnowledgeScreen {

    private static final int LINES = 100;

    private final Articles articles;

    KnowledgeScreen(Articles articles) {
        this.articles = articles;
    }

    @GetMapping("/knowledge")
    View show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String language,
            Paging paging,
            Me me) {
        var chosen = new LinkedHashMap<String, String>();
        Map.of("kind", kind, "state", state, "audience", audience, "language", language)
                .forEach((name, value) -> {
                    if (!value.isBlank()) {
                        chosen.put(name, value);
                    }
                });
        var words = q.strip();
        var wanted = Filters.wanted(kind, state, audience, language);
        var found = words.isEmpty()
                ? articles.list(wanted, place(paging.cursor()), LINES + 1)
                : articles.matching(words, wanted, LINES);
        var shown = found.subList(0, Math.min(LINES, found.size()));
        return new KnowledgeView(words, chosen, lines(shown, me.person().language()), next(found), me.may(Right.WORK));
    }

    private static List<KnowledgeView.Line> lines(List<Article> articles, String language) {
        return articles.stream()
                .map(article -> KnowledgeView.Line.of(article, language))
                .toList();
    }

    private static @Nullable Place place(@Nullable Cursor cursor) {
        return cursor == null ? null : new Place(cursor.time(0), cursor.number(1));
    }

    private static @Nullable String next(List<Article> found) {
        if (found.size() <= LINES) {
            return null;
        }
        var last = found.get(LINES - 1);
        return Cursor.at(last.updatedAt(), last.id()).toString();
    }
}
