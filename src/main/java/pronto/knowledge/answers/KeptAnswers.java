package pronto.knowledge.answers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleState;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles;
import pronto.knowledge.Audience;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.CannedAnswers;
import pronto.knowledge.Placeholders;
import pronto.timeline.Actor;
import pronto.ui.NotFound;

/** The canned answers: articles of a kind, of which the published text is offered. */
@Component
class KeptAnswers implements CannedAnswers {

    /** More than anybody writes; they are compared in memory, where accents do not count. */
    private static final int MOST = 2_000;

    private static final String OFFERED = """
            select a.id, coalesce(v.title_it, v.title_en) as name, coalesce(v.html_it, v.html_en) as html,
                   case when v.title_it is null then 'en' else 'it' end as language, a.team_id, a.revision
              from knowledge.article a
              join knowledge.article_version v on v.article_id = a.id and v.number = a.published_version
             where a.kind = 'canned' and a.archived_at is null
            """;

    private record Scored(CannedAnswer answer, int score) {}

    private final JdbcClient db;
    private final Articles articles;

    KeptAnswers(JdbcClient db, Articles articles) {
        this.db = db;
        this.articles = articles;
    }

    @Override
    public List<CannedAnswer> matching(String text, String language, int limit) {
        return best(text, language, after(null, MOST).stream(), limit);
    }

    @Override
    public List<CannedAnswer> offered(String text, String language, Collection<Long> teams, int limit) {
        var offered =
                after(null, MOST).stream().filter(answer -> answer.team() == null || teams.contains(answer.team()));
        return best(text, language, offered, limit);
    }

    private static List<CannedAnswer> best(String text, String language, Stream<CannedAnswer> some, int limit) {
        var likeness = new Likeness(text);
        return some.map(answer -> new Scored(answer, likeness.of(answer)))
                .filter(scored -> scored.score() != Likeness.NONE)
                .sorted(comparing((Scored scored) -> !scored.answer().language().equals(language))
                        .thenComparing(comparingInt(Scored::score).reversed())
                        .thenComparing(scored -> scored.answer().name(), String.CASE_INSENSITIVE_ORDER))
                .limit(limit)
                .map(Scored::answer)
                .toList();
    }

    @Override
    public Optional<CannedAnswer> find(long id) {
        return db.sql(OFFERED + " and a.id = :id")
                .param("id", id)
                .query(KeptAnswers::answer)
                .optional();
    }

    @Override
    public List<CannedAnswer> after(@Nullable Long id, int limit) {
        return db.sql(OFFERED + " and (:after::bigint is null or a.id > :after) order by a.id limit :limit")
                .param("after", id)
                .param("limit", limit)
                .query(KeptAnswers::answer)
                .list();
    }

    @Override
    public String fill(CannedAnswer answer, Map<String, String> values) {
        return Placeholders.fill(answer.html(), values);
    }

    @Override
    @Transactional
    public CannedAnswer add(Draft draft, Actor actor) {
        return offered(articles.add(article(FitDraft.of(draft)), actor), actor);
    }

    @Override
    @Transactional
    public CannedAnswer change(long id, Draft draft, IntConsumer seen, Actor actor) {
        there(id);
        return offered(articles.change(id, article(FitDraft.of(draft)), seen, actor), actor);
    }

    private void there(long id) {
        if (find(id).isEmpty()) {
            throw new NotFound();
        }
    }

    /** Who writes here leads: what they write is offered at once. */
    private CannedAnswer offered(Article article, Actor actor) {
        if (article.state() != ArticleState.PUBLISHED) {
            articles.publish(article.id(), revision -> {}, actor);
        }
        return find(article.id()).orElseThrow();
    }

    private static Articles.Draft article(Draft draft) {
        var text = new ArticleText(draft.name(), draft.html());
        var italian = draft.language().equals("it");
        return new Articles.Draft(
                ArticleKind.CANNED, Audience.INTERNAL, italian ? text : null, italian ? null : text, draft.team(), "");
    }

    @Override
    @Transactional
    public void archive(long id, IntConsumer seen, Actor actor) {
        there(id);
        articles.archive(id, seen, actor);
    }

    private static CannedAnswer answer(ResultSet row, int number) throws SQLException {
        return new CannedAnswer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("html"),
                row.getObject("team_id", Long.class),
                row.getInt("revision"));
    }
}
