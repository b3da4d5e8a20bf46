package pronto.knowledge.answers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.CannedAnswerExists;
import pronto.knowledge.CannedAnswers;
import pronto.knowledge.Placeholders;
import pronto.runtime.Changes;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.NotFound;

/** The canned answers as the database keeps them. */
@Component
class KeptAnswers implements CannedAnswers {

    /** More than anybody writes; they are compared in memory, where accents do not count. */
    private static final int MOST = 2_000;

    private static final String TOPIC = "canned";
    private static final String COLUMNS = "id, name, language, html, team_id, version";

    private record Scored(CannedAnswer answer, int score) {}

    private final JdbcClient db;
    private final Timeline timeline;
    private final Changes changes;
    private final InstantSource time;

    KeptAnswers(JdbcClient db, Timeline timeline, Changes changes, InstantSource time) {
        this.db = db;
        this.timeline = timeline;
        this.changes = changes;
        this.time = time;
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
        return db.sql("select " + COLUMNS + " from knowledge.canned_answer where id = :id and archived_at is null")
                .param("id", id)
                .query(KeptAnswers::answer)
                .optional();
    }

    @Override
    public List<CannedAnswer> after(@Nullable Long id, int limit) {
        return db.sql("select " + COLUMNS + """
                  from knowledge.canned_answer
                 where archived_at is null and (:after::bigint is null or id > :after)
                 order by id
                 limit :limit
                """)
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
        var fit = FitDraft.of(draft);
        var added = written(fit, db.sql("""
                insert into knowledge.canned_answer (name, language, html, team_id, created_at, updated_at)
                values (:name, :language, :html, :team, :now, :now)
                returning\s""" + COLUMNS));
        return told("knowledge.answerAdded", added, actor);
    }

    @Override
    @Transactional
    public CannedAnswer change(long id, Draft draft, IntConsumer seen, Actor actor) {
        var fit = FitDraft.of(draft);
        seen.accept(locked(id).version());
        var changed = written(fit, db.sql("""
                update knowledge.canned_answer
                   set name = :name, language = :language, html = :html, team_id = :team,
                       version = version + 1, updated_at = :now
                 where id = :id
                returning\s""" + COLUMNS).param("id", id));
        return told("knowledge.answerChanged", changed, actor);
    }

    private CannedAnswer written(Draft fit, JdbcClient.StatementSpec statement) {
        try {
            return statement
                    .param("name", fit.name())
                    .param("language", fit.language())
                    .param("html", fit.html())
                    .param("team", fit.team())
                    .param("now", now())
                    .query(KeptAnswers::answer)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new CannedAnswerExists(fit.name());
        }
    }

    @Override
    @Transactional
    public void archive(long id, IntConsumer seen, Actor actor) {
        var answer = locked(id);
        seen.accept(answer.version());
        db.sql("update knowledge.canned_answer set archived_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
        told("knowledge.answerArchived", answer, actor);
    }

    private CannedAnswer locked(long id) {
        return db.sql("select " + COLUMNS
                        + " from knowledge.canned_answer where id = :id and archived_at is null for update")
                .param("id", id)
                .query(KeptAnswers::answer)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private CannedAnswer told(String kind, CannedAnswer answer, Actor actor) {
        timeline.add(
                kind,
                actor,
                new Subject("cannedAnswer", answer.id()),
                null,
                Map.of("name", answer.name(), "language", answer.language(), "html", answer.html()));
        changes.record(TOPIC, Long.toString(answer.id()));
        return answer;
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    private static CannedAnswer answer(ResultSet row, int number) throws SQLException {
        return new CannedAnswer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("html"),
                row.getObject("team_id", Long.class),
                row.getInt("version"));
    }
}
