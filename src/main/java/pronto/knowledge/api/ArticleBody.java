package pronto.knowledge.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.ui.api.OneOf;

/** An article as programs see it, in its newest version. */
record ArticleBody(
        String id,
        @OneOf(ArticleKind.class) String kind,
        @OneOf(ArticleState.class) String state,
        @OneOf(Audience.class) String audience,
        @Nullable TextBody it,
        @Nullable TextBody en,
        @Nullable String team,
        int version,
        @Nullable Integer publishedVersion,
        String note,
        String updatedBy,
        Instant updatedAt,
        boolean archived) {

    static ArticleBody of(Article article, Staff staff) {
        var newest = article.newest();
        var team = article.team() == null
                ? null
                : staff.team(article.team()).map(Team::name).orElse(null);
        return new ArticleBody(
                Long.toString(article.id()),
                Spelling.of(article.kind()),
                Spelling.of(article.state()),
                Spelling.of(newest.audience()),
                TextBody.of(newest.it()),
                TextBody.of(newest.en()),
                team,
                newest.number(),
                article.publishedVersion(),
                newest.note(),
                newest.by(),
                article.updatedAt(),
                article.archived());
    }
}
