package pronto.knowledge.articles;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Articles.Place;
import pronto.knowledge.Articles.Wanted;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;
import pronto.search.Match;
import pronto.search.Search;

/** Which articles there are, and which fit some words. */
@Component
class FoundArticles {

    static final String KIND = "article";

    /** Carried by what customers read, and may be put into an answer. */
    static final String QUOTABLE = "quotable";

    private static final Pattern NUMBER = Pattern.compile("(?:.*/knowledge/)?([0-9]{1,18})");

    private final JdbcClient db;
    private final Search search;

    FoundArticles(JdbcClient db, Search search) {
        this.db = db;
        this.search = search;
    }

    List<Article> these(Collection<Long> ids) {
        var byId = db
                .sql(ArticleRows.ARTICLE + "where a.id = any(:ids) and a.archived_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(ArticleRows::article)
                .list()
                .stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    List<Article> list(Wanted wanted, @Nullable Place after, int limit) {
        return db.sql(ArticleRows.ARTICLE + """
                 where (a.archived_at is not null) = :archived
                   and (:kind::text is null or a.kind = :kind)
                   and (:state::text is null or a.state = :state)
                   and (:audience::text is null or v.audience = :audience)
                   and (:language::text is null
                        or case :language when 'it' then v.title_it else v.title_en end is not null)
                   and (:at::timestamptz is null or (a.updated_at, a.id) < (:at, :id))
                 order by a.updated_at desc, a.id desc
                 limit :limit
                """)
                .param("archived", wanted.archived())
                .param("kind", spelled(wanted.kind()))
                .param("state", spelled(wanted.state()))
                .param("audience", spelled(wanted.audience()))
                .param("language", wanted.language())
                .param("at", after == null ? null : after.updatedAt().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query(ArticleRows::article)
                .list();
    }

    List<Article> matching(String words, Wanted wanted, int limit) {
        var tags = new HashSet<String>();
        add(tags, "kind:", spelled(wanted.kind()));
        add(tags, "state:", spelled(wanted.state()));
        add(tags, "audience:", spelled(wanted.audience()));
        add(tags, "in:", wanted.language());
        return these(ids(words, tags, limit));
    }

    List<ArticleText> quotable(String words, String language, int limit) {
        if (!words.isBlank()) {
            return quoted(ids(words, Set.of(QUOTABLE), limit), language);
        }
        var newest = db.sql("""
                select id from knowledge.article
                 where is_public and archived_at is null and kind = 'guideline'
                 order by updated_at desc, id desc
                 limit :limit
                """)
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
        return quoted(newest, language);
    }

    Optional<Article> named(String reference) {
        var number = NUMBER.matcher(reference.strip());
        return db.sql(ArticleRows.ARTICLE + """
                  join knowledge.article_version p on p.article_id = a.id and p.number = a.published_version
                 where a.kind = 'guideline' and a.archived_at is null
                   and (a.id = :id or lower(:title) in (lower(p.title_it), lower(p.title_en)))
                 order by (a.id = :id) desc, a.updated_at desc, a.id desc
                 limit 1
                """)
                .param("id", number.matches() ? Long.parseLong(number.group(1)) : 0L)
                .param("title", reference.strip())
                .query(ArticleRows::article)
                .optional();
    }

    List<String> titles(String language, int limit) {
        return db.sql("""
                select case when :language = 'it' then coalesce(v.title_it, v.title_en)
                            else coalesce(v.title_en, v.title_it) end as title
                  from knowledge.article a
                  join knowledge.article_version v on v.article_id = a.id and v.number = a.published_version
                 where a.kind = 'guideline' and a.archived_at is null
                 order by a.updated_at desc, a.id desc
                 limit :limit
                """)
                .param("language", language)
                .param("limit", limit)
                .query((row, number) -> row.getString("title"))
                .list();
    }

    private List<ArticleText> quoted(List<Long> ids, String language) {
        record Published(long id, ArticleVersion version) {}
        var byId = db
                .sql("""
                select v.* from knowledge.article a
                  join knowledge.article_version v on v.article_id = a.id and v.number = a.published_version
                 where a.id = any(:ids) and a.is_public and a.archived_at is null
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Published(row.getLong("article_id"), ArticleRows.version(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Published::id, Published::version));
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .map(version -> version.best(language))
                .toList();
    }

    private List<Long> ids(String words, Set<String> tags, int limit) {
        return search.find(new Search.Query(words, Set.of(KIND), null, null, tags, 0, limit)).matches().stream()
                .map(Match::id)
                .toList();
    }

    static List<String> tags(Article article, boolean isPublic) {
        var tags = new HashSet<String>();
        add(tags, "kind:", spelled(article.kind()));
        add(tags, "state:", spelled(article.state()));
        add(tags, "audience:", spelled(article.newest().audience()));
        article.newest().languages("it").forEach(language -> add(tags, "in:", language));
        if (isPublic && article.kind() == ArticleKind.GUIDELINE) {
            tags.add(QUOTABLE);
        }
        return List.copyOf(tags);
    }

    static boolean isPublic(@Nullable ArticleVersion published) {
        return published != null && published.audience() == Audience.PUBLIC;
    }

    private static void add(Set<String> tags, String name, @Nullable String value) {
        if (value != null) {
            tags.add(name + value);
        }
    }

    private static @Nullable String spelled(@Nullable Enum<?> value) {
        return value == null ? null : Spelling.of(value);
    }
}
