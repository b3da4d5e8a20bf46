package pronto.knowledge.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles.Draft;
import pronto.knowledge.Audience;
import pronto.knowledge.articles.Choices;
import pronto.knowledge.articles.RichText;
import pronto.runtime.Spelling;

/** An article as it is typed; {@code revision} is the one that was read, and {@code then} what follows. */
public record ArticleForm(
        String kind,
        String audience,
        @Nullable Long team,
        String itTitle,
        String itHtml,
        String enTitle,
        String enHtml,
        String note,
        @Nullable Integer revision,
        String then) {

    // Spring gives null for what a form does not hold.
    public ArticleForm {
        kind = Objects.requireNonNullElse(kind, "guideline");
        audience = Objects.requireNonNullElse(audience, "internal");
        itTitle = Objects.requireNonNullElse(itTitle, "");
        itHtml = Objects.requireNonNullElse(itHtml, "");
        enTitle = Objects.requireNonNullElse(enTitle, "");
        enHtml = Objects.requireNonNullElse(enHtml, "");
        note = Objects.requireNonNullElse(note, "");
        then = Objects.requireNonNullElse(then, "");
    }

    static ArticleForm blank(ArticleKind kind) {
        return new ArticleForm(Spelling.of(kind), "internal", null, "", "", "", "", "", null, "");
    }

    static ArticleForm of(Article article) {
        var it = article.newest().it();
        var en = article.newest().en();
        return new ArticleForm(
                Spelling.of(article.kind()),
                Spelling.of(article.newest().audience()),
                article.team(),
                it == null ? "" : it.title(),
                it == null ? "" : it.html(),
                en == null ? "" : en.title(),
                en == null ? "" : en.html(),
                "",
                article.revision(),
                "");
    }

    ArticleForm seenAs(int newer) {
        return new ArticleForm(kind, audience, team, itTitle, itHtml, enTitle, enHtml, note, newer, then);
    }

    /** Only who leads says whom a canned answer is offered to; for others it stays. */
    Draft draft(boolean leads, @Nullable Article there) {
        var offered = leads ? team : there == null ? null : there.team();
        return new Draft(
                Choices.read(ArticleKind.class, kind, "kind"),
                Choices.read(Audience.class, audience, "audience"),
                it(),
                en(),
                offered,
                note);
    }

    ArticleText it() {
        return new ArticleText(itTitle, itHtml);
    }

    ArticleText en() {
        return new ArticleText(enTitle, enHtml);
    }

    /** Nothing where nothing was typed; as it would be kept where something was. */
    @Nullable ArticleText written(ArticleText text) {
        return text.title().isBlank() && text.html().isBlank()
                ? null
                : new ArticleText(text.title().strip(), RichText.clean(text.html()));
    }

    public boolean isCanned() {
        return kind.equals("canned");
    }
}
