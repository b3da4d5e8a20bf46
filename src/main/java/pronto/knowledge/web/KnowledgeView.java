package pronto.knowledge.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;
import pronto.ui.View;

/** The articles there are, or those that fit what was asked. */
public record KnowledgeView(
        String q,
        Map<String, String> chosen,
        List<Line> lines,
        @Nullable String next,
        boolean mayWrite) implements View {

    /** One article in the list. */
    public record Line(
            long id,
            String title,
            String kind,
            Standing standing,
            boolean isPublic,
            List<String> languages,
            Instant at,
            String by) {

        static Line of(Article article, String language) {
            var newest = article.newest();
            return new Line(
                    article.id(),
                    article.title(language),
                    "knowledge.kind." + Spelling.of(article.kind()),
                    Standing.of(article),
                    newest.audience() == Audience.PUBLIC,
                    newest.languages(language),
                    article.updatedAt(),
                    newest.by());
        }
    }

    /** A choice above the list: its name, and what may be chosen. */
    public record Filter(String name, List<String> values) {}

    public List<Filter> filters() {
        return List.of(
                new Filter("state", List.of("draft", "review", "published", "archived")),
                new Filter("kind", List.of("guideline", "canned")),
                new Filter("audience", List.of("internal", "public")),
                new Filter("language", List.of("it", "en")));
    }

    public boolean isChosen(Filter filter, String value) {
        return value.equals(chosen.get(filter.name()));
    }

    public boolean isAsked() {
        return !q.isEmpty() || !chosen.isEmpty();
    }

    /** This list, so that it fetches itself again. */
    public String path() {
        var asked = chosen.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return "/knowledge?q=" + encoded(q) + (asked.isEmpty() ? "" : "&" + asked);
    }

    public @Nullable String more() {
        return next == null ? null : path() + "&cursor=" + encoded(next);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
