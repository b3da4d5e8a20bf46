package pronto.knowledge.articles;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleText;
import pronto.knowledge.ArticleVersion;
import pronto.search.Document;
import pronto.search.SearchSource;

/** Articles as they are found: by what their writers see, and by what all others read. */
@Component
class ArticleSource implements SearchSource {

    private record Published(long id, ArticleVersion version) {}

    private final JdbcClient db;
    private final FoundArticles articles;

    ArticleSource(JdbcClient db, FoundArticles articles) {
        this.db = db;
        this.articles = articles;
    }

    @Override
    public String kind() {
        return FoundArticles.KIND;
    }

    @Override
    public List<Document> load(Collection<Long> ids) {
        var published = published(ids);
        return articles.these(ids).stream()
                .map(article -> document(article, published.get(article.id())))
                .toList();
    }

    private Map<Long, ArticleVersion> published(Collection<Long> ids) {
        return db
                .sql("""
                select v.* from knowledge.article a
                  join knowledge.article_version v on v.article_id = a.id and v.number = a.published_version
                 where a.id = any(:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Published(row.getLong("article_id"), ArticleRows.version(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Published::id, Published::version));
    }

    private static Document document(Article article, @Nullable ArticleVersion published) {
        var texts = Stream.of(article.newest(), published)
                .filter(Objects::nonNull)
                .flatMap(version -> Stream.of(version.it(), version.en()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Document(
                FoundArticles.KIND,
                article.id(),
                texts.stream().map(ArticleText::title).distinct().collect(Collectors.joining("\n")),
                texts.stream().map(text -> RichText.plain(text.html())).collect(Collectors.joining("\n")),
                List.of(),
                null,
                article.team(),
                FoundArticles.tags(article, FoundArticles.isPublic(published)),
                article.updatedAt());
    }

    @Override
    public List<Long> idsAfter(long id, int limit) {
        return db.sql("select id from knowledge.article where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
