package pronto.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an older program kept as canned answers is there afterwards, with its numbers and with what it said before. */
class CannedAnswersBecomeArticlesTest {

    private final Connections database = TestDatabases.empty();

    @Test
    void canned_answers_are_brought_over_with_their_numbers_and_their_history() {
        program().target("15").load().migrate();
        var pool = new DriverManagerDataSource(database.url(), database.user(), database.password());
        pool.setConnectionProperties(scopeAll());
        var db = JdbcClient.create(pool);
        var id = db.sql("""
                insert into knowledge.canned_answer (name, language, html, version, created_at, updated_at)
                values ('Saluto', 'it', '<p>Salve</p>', 2, '2026-01-01Z', '2026-01-02Z') returning id
                """).query(Long.class).single();
        told(db, id, "knowledge.answerAdded", "<p>Ciao</p>", "Giulia");
        told(db, id, "knowledge.answerChanged", "<p>Salve</p>", "Marco");
        db.sql("""
                insert into knowledge.canned_answer (name, language, html, version, created_at, updated_at, archived_at)
                values ('Old', 'en', '<p>Old</p>', 5, '2026-01-01Z', '2026-01-02Z', '2026-01-03Z')
                """).update();

        program().load().migrate();

        assertThat(
                        texts(
                                db,
                                "select id || ' ' || kind || ' ' || state || ' ' || published_version || ' ' || revision"
                                        + " || ' ' || canned_name || ' ' || (archived_at is not null) from knowledge.article order by id"))
                .containsExactly(
                        id + " canned published 2 2 saluto false", (id + 1) + " canned published 5 5 old true");
        assertThat(texts(
                        db,
                        "select number || ' ' || coalesce(title_it, title_en) || ' ' || coalesce(html_it, html_en)"
                                + " || ' ' || by_name from knowledge.article_version order by article_id, number"))
                .containsExactly(
                        "1 Saluto <p>Ciao</p> Giulia", "2 Saluto <p>Salve</p> Marco", "5 Old <p>Old</p> Pronto");
        assertThat(db.sql("""
                        insert into knowledge.article (kind, state, version, created_at, updated_at)
                        values ('guideline', 'draft', 1, '2026-01-04Z', '2026-01-04Z') returning id
                        """).query(Long.class).single()).isEqualTo(id + 2);
    }

    private static void told(JdbcClient db, long id, String kind, String html, String by) {
        db.sql("""
                insert into timeline.entry (at, kind, actor_kind, actor_name, subject_kind, subject_id, data)
                values ('2026-01-01Z', :kind, 'technician', :by, 'cannedAnswer', :id,
                        jsonb_build_object('name', 'Saluto', 'language', 'it', 'html', :html))
                """)
                .param("kind", kind)
                .param("by", by)
                .param("id", id)
                .param("html", html)
                .update();
    }

    private static List<String> texts(JdbcClient db, String question) {
        return db.sql(question).query((row, number) -> row.getString(1)).list();
    }

    private static Properties scopeAll() {
        var properties = new Properties();
        properties.setProperty("options", "-c pronto.scope=all");
        return properties;
    }

    private FluentConfiguration program() {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .defaultSchema("runtime")
                .schemas("runtime");
    }
}
