package pronto.knowledge.web;

import pronto.knowledge.Article;

/** How it stands with an article, as a word and its colour. */
public record Standing(String word, String tone) {

    static Standing of(Article article) {
        if (article.archived()) {
            return new Standing("knowledge.state.archived", "badge badge--line");
        }
        return switch (article.state()) {
            case DRAFT ->
                article.publishedVersion() == null
                        ? new Standing("knowledge.state.draft", "badge badge--line")
                        : new Standing("knowledge.state.draftOver", "badge badge--line");
            case REVIEW -> new Standing("knowledge.state.review", "badge badge--warn");
            case PUBLISHED -> new Standing("knowledge.state.published", "badge badge--ok");
        };
    }
}
