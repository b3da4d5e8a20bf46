package pronto.knowledge.articles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.ArticleText;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;

/** Articles and their versions as rows hold them. */
final class ArticleRows {

    /** Each with its newest version. */
    static final String ARTICLE = """
            select a.*, v.number, v.audience, v.title_en, v.html_en, v.title_it, v.html_it, v.note, v.restored_from,
                   v.by_name, v.at
              from knowledge.article a
              join knowledge.article_version v on v.article_id = a.id and v.number = a.version
            """;

    private ArticleRows() {}

    static Article article(ResultSet row, int number) throws SQLException {
        return new Article(
                row.getLong("id"),
                Spelling.read(ArticleKind.class, row.getString("kind")),
                Spelling.read(ArticleState.class, row.getString("state")),
                version(row, number),
                row.getObject("published_version", Integer.class),
                row.getObject("team_id", Long.class),
                row.getInt("revision"),
                row.getString("asked_by") == null
                        ? null
                        : new Article.Asked(row.getString("asked_by"), instant(row, "asked_at")),
                row.getString("returned_by") == null
                        ? null
                        : new Article.Returned(
                                row.getString("returned_by"),
                                instant(row, "returned_at"),
                                row.getString("returned_why")),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getObject("archived_at") != null);
    }

    static ArticleVersion version(ResultSet row, int number) throws SQLException {
        return new ArticleVersion(
                row.getInt("number"),
                Spelling.read(Audience.class, row.getString("audience")),
                text(row, "it"),
                text(row, "en"),
                row.getString("note"),
                row.getObject("restored_from", Integer.class),
                row.getString("by_name"),
                instant(row, "at"));
    }

    private static @Nullable ArticleText text(ResultSet row, String language) throws SQLException {
        var title = row.getString("title_" + language);
        return title == null ? null : new ArticleText(title, row.getString("html_" + language));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
