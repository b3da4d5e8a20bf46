package pronto.knowledge.articles;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.knowledge.Article;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleStands;
import pronto.knowledge.ArticleState;
import pronto.knowledge.ArticleText;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Articles;
import pronto.knowledge.Audience;
import pronto.knowledge.CannedAnswerExists;
import pronto.runtime.Changes;
import pronto.runtime.Spelling;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.NotFound;

/** The articles as the database keeps them. */
@Component
class KeptArticles implements Articles {

    private final JdbcClient db;
    private final FoundArticles found;
    private final Timeline timeline;
    private final Changes changes;
    private final InstantSource time;

    KeptArticles(JdbcClient db, FoundArticles found, Timeline timeline, Changes changes, InstantSource time) {
        this.db = db;
        this.found = found;
        this.timeline = timeline;
        this.changes = changes;
        this.time = time;
    }

    @Override
    public Optional<Article> find(long id) {
        return db.sql(ArticleRows.ARTICLE + "where a.id = :id")
                .param("id", id)
                .query(ArticleRows::article)
                .optional();
    }

    @Override
    public List<Article> these(Collection<Long> ids) {
        return found.these(ids);
    }

    @Override
    public List<Article> list(Wanted wanted, @Nullable Place after, int limit) {
        return found.list(wanted, after, limit);
    }

    @Override
    public List<Article> matching(String words, Wanted wanted, int limit) {
        return found.matching(words, wanted, limit);
    }

    @Override
    public List<ArticleText> quotable(String words, String language, int limit) {
        return found.quotable(words, language, limit);
    }

    @Override
    public Optional<Article> named(String reference) {
        return found.named(reference);
    }

    @Override
    public List<String> titles(String language, int limit) {
        return found.titles(language, limit);
    }

    @Override
    public Optional<ArticleVersion> version(long id, int number) {
        return db.sql("select * from knowledge.article_version where article_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query(ArticleRows::version)
                .optional();
    }

    @Override
    public List<ArticleVersion> versions(long id, int limit) {
        return db.sql(
                        "select * from knowledge.article_version where article_id = :id order by number desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(ArticleRows::version)
                .list();
    }

    @Override
    @Transactional
    public Article add(Draft draft, Actor by) {
        var fit = FitArticle.of(draft);
        var id = db.sql("""
                insert into knowledge.article (kind, state, version, team_id, created_at, updated_at)
                values (:kind, 'draft', 1, :team, :now, :now)
                returning id
                """)
                .param("kind", Spelling.of(fit.kind()))
                .param("team", fit.team())
                .param("now", now())
                .query(Long.class)
                .single();
        write(id, 1, fit, null, by);
        return told("Added", id, by, Map.of());
    }

    @Override
    @Transactional
    public Article change(long id, Draft draft, IntConsumer seen, Actor by) {
        var there = locked(id, seen);
        var fit = FitArticle.of(draft);
        if (fit.kind() != there.kind()) {
            throw new Invalid("kind-stays", "kind");
        }
        var newest = there.newest();
        var same = fit.audience() == newest.audience()
                && Objects.equals(fit.it(), newest.it())
                && Objects.equals(fit.en(), newest.en());
        if (same && Objects.equals(fit.team(), there.team())) {
            return there;
        }
        if (same) {
            touch(id, "team_id = :team", Map.of("team", Optional.ofNullable(fit.team())));
        } else {
            next(there, fit, null, by);
        }
        return told("Changed", id, by, Map.of());
    }

    @Override
    @Transactional
    public Article goBack(long id, int version, IntConsumer seen, Actor by) {
        var there = locked(id, seen);
        var then = version(id, version).orElseThrow(NotFound::new);
        next(there, new Draft(there.kind(), then.audience(), then.it(), then.en(), there.team(), ""), version, by);
        return told("WentBack", id, by, Map.of("from", version));
    }

    private void next(Article there, Draft fit, @Nullable Integer restoredFrom, Actor by) {
        var number = there.newest().number() + 1;
        write(there.id(), number, fit, restoredFrom, by);
        touch(there.id(), """
                version = :number, team_id = :team, state = 'draft', asked_by = null, asked_at = null
                """, Map.of("number", Optional.of(number), "team", Optional.ofNullable(fit.team())));
    }

    private void write(long id, int number, Draft fit, @Nullable Integer restoredFrom, Actor by) {
        var it = fit.it();
        var en = fit.en();
        db.sql("""
                insert into knowledge.article_version
                       (article_id, number, audience, title_it, html_it, title_en, html_en, note, restored_from, by_name, at)
                values (:id, :number, :audience, :titleIt, :htmlIt, :titleEn, :htmlEn, :note, :restoredFrom, :by, :now)
                """)
                .param("id", id)
                .param("number", number)
                .param("audience", Spelling.of(fit.audience()))
                .param("titleIt", it == null ? null : it.title())
                .param("htmlIt", it == null ? null : it.html())
                .param("titleEn", en == null ? null : en.title())
                .param("htmlEn", en == null ? null : en.html())
                .param("note", fit.note())
                .param("restoredFrom", restoredFrom)
                .param("by", by.name())
                .param("now", now())
                .update();
    }

    @Override
    @Transactional
    public Article askForReview(long id, IntConsumer seen, Actor by) {
        stands(locked(id, seen), ArticleState.DRAFT);
        touch(id, """
                state = 'review', asked_by = :by, asked_at = :now, returned_by = null, returned_at = null,
                returned_why = null
                """, Map.of("by", Optional.of(by.name())));
        return told("Asked", id, by, Map.of());
    }

    @Override
    @Transactional
    public Article sendBack(long id, String why, IntConsumer seen, Actor by) {
        stands(locked(id, seen), ArticleState.REVIEW);
        var reason = FitArticle.line(Invalid.required(why, "why"), "why", FitArticle.LONGEST_NOTE);
        touch(id, """
                state = 'draft', asked_by = null, asked_at = null, returned_by = :by, returned_at = :now,
                returned_why = :why
                """, Map.of("by", Optional.of(by.name()), "why", Optional.of(reason)));
        return told("SentBack", id, by, Map.of("why", reason));
    }

    @Override
    @Transactional
    public Article publish(long id, IntConsumer seen, Actor by) {
        var there = locked(id, seen);
        if (there.state() == ArticleState.PUBLISHED) {
            throw new ArticleStands(ArticleState.PUBLISHED);
        }
        var newest = there.newest();
        var canned = there.kind() == ArticleKind.CANNED;
        var language = newest.languages("it").getFirst();
        named(
                newest.best(language).title(),
                () -> touch(
                        id,
                        """
                state = 'published', published_version = version, is_public = :isPublic,
                canned_name = lower(:name), canned_language = :language,
                asked_by = null, asked_at = null, returned_by = null, returned_at = null, returned_why = null
                """,
                        Map.of(
                                "isPublic", Optional.of(newest.audience() == Audience.PUBLIC),
                                "name",
                                        canned
                                                ? Optional.of(
                                                        newest.best(language).title())
                                                : Optional.empty(),
                                "language", canned ? Optional.of(language) : Optional.empty())));
        return told("Published", id, by, Map.of("audience", Spelling.of(newest.audience())));
    }

    @Override
    @Transactional
    public Article archive(long id, IntConsumer seen, Actor by) {
        if (!locked(id, seen).archived()) {
            touch(id, "archived_at = :now", Map.of());
        }
        return told("Archived", id, by, Map.of());
    }

    @Override
    @Transactional
    public Article bringBack(long id, IntConsumer seen, Actor by) {
        var there = locked(id, seen);
        named(there.title("it"), () -> touch(id, "archived_at = null", Map.of()));
        return told("BroughtBack", id, by, Map.of());
    }

    private void named(String title, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw new CannedAnswerExists(title);
        }
    }

    private Article locked(long id, IntConsumer seen) {
        var there = db.sql(ArticleRows.ARTICLE + "where a.id = :id for update of a")
                .param("id", id)
                .query(ArticleRows::article)
                .optional()
                .orElseThrow(NotFound::new);
        seen.accept(there.revision());
        return there;
    }

    private static void stands(Article there, ArticleState state) {
        if (there.state() != state) {
            throw new ArticleStands(there.state());
        }
    }

    private void touch(long id, String what, Map<String, Optional<?>> values) {
        var change = db.sql("update knowledge.article set revision = revision + 1, updated_at = :now, " + what
                        + " where id = :id")
                .param("id", id)
                .param("now", now());
        for (var value : values.entrySet()) {
            change = change.param(value.getKey(), value.getValue().orElse(null));
        }
        change.update();
    }

    private Article told(String what, long id, Actor by, Map<String, ?> more) {
        var article = find(id).orElseThrow();
        var data = new HashMap<String, Object>(more);
        data.put("name", article.title("it"));
        data.put("version", article.newest().number());
        timeline.add("knowledge.article" + what, by, new Subject(FoundArticles.KIND, id), null, data);
        changes.record(FoundArticles.KIND, Long.toString(id));
        return article;
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }
}
