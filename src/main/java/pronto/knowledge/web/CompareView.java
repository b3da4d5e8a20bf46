package pronto.knowledge.web;

import java.util.List;
import java.util.stream.Stream;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.articles.Comparison;
import pronto.runtime.Spelling;
import pronto.ui.View;

/** What became of an article between two of its versions. */
public record CompareView(
        Article article,
        ArticleVersion before,
        ArticleVersion after,
        List<ArticleVersion> versions,
        String language,
        Comparison it,
        Comparison en)
        implements View {

    public String title() {
        return after.best(language).title();
    }

    public String path() {
        return "/knowledge/" + article.id();
    }

    /** The languages that either of them is written in. */
    public List<String> languages() {
        return Stream.of(language, language.equals("it") ? "en" : "it")
                .filter(one -> before.in(one) != null || after.in(one) != null)
                .toList();
    }

    public Comparison in(String one) {
        return one.equals("it") ? it : en;
    }

    public boolean isOtherAudience() {
        return before.audience() != after.audience();
    }

    public String audience(ArticleVersion version) {
        return "knowledge.audience." + Spelling.of(version.audience());
    }
}
