package pronto.staff.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Role;
import pronto.staff.Scope;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StaffApiTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    private Cast cast;
    private Program admin;

    @BeforeEach
    void castThem() {
        cast = new Cast(context);
        admin = cast.program(Scope.ADMIN);
    }

    @Test
    void somebody_is_hired_and_invited() {
        var hired = admin.post("/api/v1/staff", """
                {"email": "Lia@Pronto.Example", "name": "Lia Sala", "role": "lead", "language": "it"}""");

        assertThat(hired.status()).isEqualTo(201);
        assertThat(hired.json().path("email").asString()).isEqualTo("lia@pronto.example");
        assertThat(hired.json().path("id").isString()).isTrue();
        assertThat(db.sql(
                                "select subject from channels.outgoing where subject_kind = 'technician' and subject_id = :id")
                        .param("id", Long.valueOf(hired.json().path("id").asString()))
                        .query(String.class)
                        .single())
                .isEqualTo("Ti diamo il benvenuto in Pronto");
        assertThat(admin.post("/api/v1/staff", """
                {"email": "lia@pronto.example", "name": "Lia Sala", "role": "lead"}""").problem()).isEqualTo("technician-exists");
    }

    @Test
    void an_answer_about_people_shows_no_secret() {
        var shown = admin.get("/api/v1/staff/" + cast.giulia().id()).json();

        assertThat(shown.propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "email", "name", "role", "language", "timeZone", "teams", "away", "leftAt");
    }

    @Test
    void only_what_is_named_is_changed_and_only_in_the_version_that_was_seen() {
        var marco = "/api/v1/staff/" + cast.marco().id();
        var seen = admin.get(marco).header("ETag");

        var changed = admin.patch(marco, "{\"role\": \"lead\"}", "If-Match", String.valueOf(seen));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("role").asString()).isEqualTo("lead");
        assertThat(changed.json().path("name").asString()).isEqualTo("Marco Neri");

        var late = admin.patch(marco, "{\"role\": \"manager\"}", "If-Match", String.valueOf(seen));
        assertThat(late.status()).isEqualTo(412);
        assertThat(admin.patch(marco, "{\"role\": null}").problem()).isEqualTo("missing");
        assertThat(admin.patch(marco, "{\"passwordHash\": \"x\"}").problem()).isEqualTo("unknown-field");
    }

    @Test
    void the_last_administrator_stays() {
        db.sql("update staff.technician set role = 'technician'").update();
        var ada =
                "/api/v1/staff/" + cast.hired("Olga Monti", Role.ADMINISTRATOR).id();

        assertThat(admin.patch(ada, "{\"role\": \"technician\"}").problem()).isEqualTo("last-administrator");
        assertThat(admin.delete(ada).problem()).isEqualTo("last-administrator");
    }

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        for (var n = 0; n < 7; n++) {
            cast.hired("Person Number" + n, Role.TECHNICIAN);
        }
        List<String> ids = new ArrayList<>();
        var page = "/api/v1/staff?limit=3";
        for (var more = true; more; ) {
            var answer = admin.get(page).json();
            answer.path("items").forEach(item -> ids.add(item.path("id").asString()));
            more = !answer.path("next").isNull();
            page = "/api/v1/staff?limit=3&cursor=" + answer.path("next").asString("");
        }

        assertThat(ids).doesNotHaveDuplicates();
        assertThat((long) ids.size())
                .isEqualTo(db.sql("select count(*) from staff.technician")
                        .query(Long.class)
                        .single());
        assertThat(admin.get("/api/v1/staff?limit=201").problem()).isEqualTo("limit-out-of-range");
    }

    @Test
    void a_team_has_the_members_it_was_given() {
        var team = admin.post("/api/v1/teams", "{\"name\": \"Consegna\"}");
        var giulia = cast.giulia();
        var path = "/api/v1/teams/" + team.json().path("id").asString();

        assertThat(admin.patch(path, "{\"members\": [\"%d\"]}".formatted(giulia.id()))
                        .status())
                .isEqualTo(200);

        assertThat(admin.get("/api/v1/staff/" + giulia.id())
                        .json()
                        .path("teams")
                        .path(0)
                        .path("name")
                        .asString())
                .isEqualTo("Consegna");
    }

    @Test
    void a_revoked_token_opens_nothing() {
        var made = admin.post("/api/v1/tokens", "{\"name\": \"once\", \"scopes\": [\"read\"]}");
        var path = "/api/v1/tokens/" + made.json().path("id").asString();

        assertThat(admin.get(path).json().path("token").isMissingNode()).isTrue();
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.post("/api/v1/tokens", "{\"name\": \"x\", \"scopes\": [\"root\"]}")
                        .problem())
                .isEqualTo("unknown-scope");
    }

    @Test
    void the_audit_tells_who_did_what() {
        var ada = cast.programOf(cast.ada(), Scope.ADMIN);
        ada.post("/api/v1/teams", "{\"name\": \"Fatture\"}");

        var newest =
                ada.get("/api/v1/audit?kind=staff.team").json().path("items").path(0);

        assertThat(newest.path("kind").asString()).isEqualTo("staff.teamMade");
        assertThat(newest.path("actor").path("kind").asString()).isEqualTo("token");
        assertThat(newest.path("data").path("name").asString()).isEqualTo("Fatture");
        assertThat(cast.program(Scope.WRITE).get("/api/v1/audit").status()).isEqualTo(403);
    }
}
