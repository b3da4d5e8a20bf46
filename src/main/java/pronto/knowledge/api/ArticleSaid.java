package pronto.knowledge.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles.Draft;
import pronto.knowledge.Audience;
import pronto.knowledge.articles.Choices;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.ui.Invalid;
import pronto.ui.api.Given;
import pronto.ui.api.OneOf;

/** What a program says of an article. A language that is null is written no more; one that is absent stays. */
record ArticleSaid(
        @OneOf(ArticleKind.class) Given<String> kind,
        @OneOf(Audience.class) Given<String> audience,
        Given<TextBody> it,
        Given<TextBody> en,
        Given<String> team,
        Given<String> note) {

    Draft draft(Staff staff) {
        return over(
                new Draft(
                        Choices.read(ArticleKind.class, Invalid.required(kind.or("guideline"), "kind"), "kind"),
                        Audience.INTERNAL,
                        null,
                        null,
                        null,
                        ""),
                staff);
    }

    Draft over(Article there, Staff staff) {
        return over(Draft.of(there), staff);
    }

    private Draft over(Draft there, Staff staff) {
        return new Draft(
                Choices.read(ArticleKind.class, Invalid.required(kind.or(Spelling.of(there.kind())), "kind"), "kind"),
                Choices.read(
                        Audience.class,
                        Invalid.required(audience.or(Spelling.of(there.audience())), "audience"),
                        "audience"),
                text(it, there.it(), "it"),
                text(en, there.en(), "en"),
                team(there.team(), staff),
                Objects.requireNonNullElse(note.or(""), ""));
    }

    private static @Nullable ArticleText text(Given<TextBody> said, @Nullable ArticleText there, String field) {
        if (!said.present()) {
            return there;
        }
        var text = said.or(null);
        return text == null
                ? null
                : new ArticleText(
                        Invalid.required(text.title(), field + ".title"),
                        Invalid.required(text.html(), field + ".html"));
    }

    private @Nullable Long team(@Nullable Long there, Staff staff) {
        if (!team.present()) {
            return there;
        }
        var named = team.or(null);
        return named == null
                ? null
                : staff.team(named)
                        .orElseThrow(() -> new Invalid("team-unknown", "team", Map.of("team", named)))
                        .id();
    }
}
