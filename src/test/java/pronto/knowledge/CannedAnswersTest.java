package pronto.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.knowledge.CannedAnswers.Draft;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.Staff;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CannedAnswersTest extends RealDatabase {

    static final Actor GIULIA = Actor.technician(7, "Giulia");

    @Autowired
    WebServerApplicationContext context;

    @Autowired
    CannedAnswers answers;

    @Autowired
    Staff staff;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient db;

    Cast cast;

    @BeforeEach
    void empty() {
        cast = new Cast(context);
        db.sql("delete from knowledge.article").update();
    }

    @Test
    void the_name_counts_more_than_the_text_and_accents_do_not_count() {
        add("Password dimenticata", "it", "<p>Apri il collegamento.</p>");
        add("Perché la fattura è in ritardo", "it", "<p>La password non c’entra.</p>");
        add("Forgotten password", "en", "<p>Open the link.</p>");

        assertThat(names("password", "it"))
                .containsExactly("Password dimenticata", "Perché la fattura è in ritardo", "Forgotten password");
        assertThat(names("PERCHE fatt", "it")).containsExactly("Perché la fattura è in ritardo");
        assertThat(names("", "en")).startsWith("Forgotten password").hasSize(3);
        assertThat(names("password zebra", "it")).isEmpty();
    }

    @Test
    void what_is_dangerous_in_it_is_left_out() {
        var kept = add(
                "Link",
                "it",
                "<p onclick=\"a()\">Vedi <a href=\"javascript:a()\">qui</a><script>a()</script>"
                        + " <a href=\"https://acme.example/?c={{ticket.code}}\">qui</a></p>");

        assertThat(kept.html())
                .isEqualTo("<p>Vedi <a>qui</a> <a href=\"https://acme.example/?c={{ticket.code}}\">qui</a></p>");
    }

    @Test
    void a_text_without_words_or_with_a_gap_nobody_fills_is_refused() {
        assertThatThrownBy(() -> add("Vuota", "it", "<p> <br></p>"))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.field()).isEqualTo("html"));
        assertThatThrownBy(() -> add("Sbagliata", "it", "<p>{{cliente}}</p>"))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.name()).isEqualTo("placeholder-unknown"));
        assertThatThrownBy(() -> add("Deutsch", "de", "<p>Hallo</p>")).isInstanceOf(Invalid.class);
    }

    @Test
    void one_name_is_one_answer_in_a_language_until_it_is_offered_no_more() {
        var first = add("Saluto", "it", "<p>Ciao</p>");
        add("Saluto", "en", "<p>Hello</p>");
        assertThatThrownBy(() -> add("saluto", "it", "<p>Salve</p>")).isInstanceOf(CannedAnswerExists.class);

        answers.archive(first.id(), version -> {}, GIULIA);

        add("saluto", "it", "<p>Salve</p>");
        assertThat(answers.find(first.id())).isEmpty();
        assertThat(timeline.of(new Subject("article", first.id()), null, 5))
                .extracting(entry -> entry.kind())
                .containsExactly("knowledge.articleArchived", "knowledge.articlePublished", "knowledge.articleAdded");
    }

    @Test
    void an_answer_of_one_team_is_offered_to_its_people_alone() {
        var team = staff.teamNamed("Fatture").id();
        answers.add(new CannedAnswers.Draft("Per tutti", "it", "<p>Ciao</p>", null), Actor.PRONTO);
        answers.add(new CannedAnswers.Draft("Per le fatture", "it", "<p>Ciao</p>", team), Actor.PRONTO);

        assertThat(answers.offered("", "it", List.of(team), 10))
                .extracting(CannedAnswer::name)
                .containsExactly("Per le fatture", "Per tutti");
        assertThat(answers.offered("", "it", List.of(), 10))
                .extracting(CannedAnswer::name)
                .containsExactly("Per tutti");
    }

    @Test
    void programs_keep_them_too() {
        var program = cast.program(Scope.READ, Scope.ADMIN);
        var team = staff.teamNamed("Fatture");

        var added = program.post(
                "/api/v1/canned-answers",
                "{\"name\":\"Grazie\",\"language\":\"it\",\"html\":\"<p>Grazie</p>\",\"team\":\"fatture\"}");
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        assertThat(added.json().path("team").asString()).isEqualTo(team.name());
        var path = "/api/v1/canned-answers/" + added.json().path("id").asString();
        assertThat(added.header("Location")).isEqualTo(path);

        var changed = program.patch(path, "{\"html\":\"<p>Grazie mille</p>\",\"team\":null}");
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(changed.json().path("name").asString()).isEqualTo("Grazie");
        assertThat(changed.json().path("team").isNull()).isTrue();
        assertThat(program.patch(path, "{\"name\":\"x\"}", "If-Match", String.valueOf(added.header("ETag")))
                        .status())
                .isEqualTo(412);
        assertThat(program.patch(path, "{\"nome\":\"x\"}").problem()).isEqualTo("unknown-field");

        assertThat(program.get("/api/v1/canned-answers").json().path("items").size())
                .isEqualTo(1);
        assertThat(program.delete(path).status()).isEqualTo(204);
        assertThat(program.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_program_that_may_only_write_tickets_changes_none() {
        Program program = cast.program(Scope.READ, Scope.WRITE);

        assertThat(program.post("/api/v1/canned-answers", "{\"name\":\"x\",\"language\":\"it\",\"html\":\"y\"}")
                        .status())
                .isEqualTo(403);
        assertThat(program.get("/api/v1/canned-answers").status()).isEqualTo(200);
    }

    @Test
    void who_leads_writes_them_and_everybody_reads_them() {
        var leo = cast.browserOf(cast.hired("Leo Verdi", Role.LEAD));
        var giulia = cast.browserOf(cast.giulia());
        assertThat(giulia.get("/settings/answers").body()).contains("No canned answers yet");

        var form =
                Map.of("name", "Attesa", "language", "it", "html", "<p>Un attimo, {{reporter.name}}</p>", "team", "");
        assertThat(giulia.post("/settings/answers", form).statusCode()).isEqualTo(403);
        assertThat(leo.post("/settings/answers", form).statusCode()).isEqualTo(303);

        var id = answers.matching("attesa", "it", 1).getFirst().id();
        assertThat(giulia.get("/settings/answers").body()).contains("Attesa").doesNotContain("/settings/answers/new");
        assertThat(leo.get("/settings/answers/" + id).body()).contains("{{ticket.code}}", "&lt;p&gt;Un attimo");
        var stale = Map.of("name", "Attesa", "language", "it", "html", "<p>Dopo</p>", "team", "", "version", "7");
        assertThat(leo.post("/settings/answers/" + id, stale, "HX-Request", "true")
                        .statusCode())
                .isEqualTo(412);
        assertThat(leo.post("/settings/answers/" + id + "/archiving", Map.of()).statusCode())
                .isEqualTo(303);
    }

    private CannedAnswer add(String name, String language, String html) {
        return add(name, language, html, null);
    }

    private CannedAnswer add(String name, String language, String html, @Nullable Long team) {
        return answers.add(new Draft(name, language, html, team), GIULIA);
    }

    private List<String> names(String text, String language) {
        return answers.matching(text, language, 10).stream()
                .map(CannedAnswer::name)
                .toList();
    }
}
