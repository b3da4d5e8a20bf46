package pronto.staff.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.runtime.TimeShift;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.staff.StaffEvent;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pronto.mail.addresses=support@pronto.example,billing@pronto.example=Fatturazione")
@Import(StaffApiTest.Moves.class)
class StaffApiTest extends RealDatabase {

    @Autowired
    private InstantSource time;

    @Autowired
    private TimeShift shift;

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
                        "id",
                        "email",
                        "name",
                        "role",
                        "language",
                        "timeZone",
                        "teams",
                        "skills",
                        "speaks",
                        "away",
                        "leftAt");
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
    void a_team_with_nothing_to_do_is_removed_and_its_name_is_free() {
        var giulia = cast.giulia();
        var path = "/api/v1/teams/"
                + admin.post("/api/v1/teams", "{\"name\": \"Prova\"}")
                        .json()
                        .path("id")
                        .asString();
        admin.patch(path, "{\"members\": [\"%d\"]}".formatted(giulia.id()));

        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.get("/api/v1/teams").response().body()).doesNotContain("Prova");
        assertThat(admin.get("/api/v1/staff/" + giulia.id())
                        .json()
                        .path("teams")
                        .valueStream()
                        .map(team -> team.path("name").asString()))
                .doesNotContain("Prova");
        assertThat(admin.post("/api/v1/teams", "{\"name\": \"prova\"}").status())
                .isEqualTo(201);
    }

    @Test
    void a_team_with_open_tickets_is_removed_only_when_another_takes_them_over() {
        var heir = admin.post("/api/v1/teams", "{\"name\": \"Erede\"}")
                .json()
                .path("id")
                .asString();
        var team = admin.post("/api/v1/teams", "{\"name\": \"Fine\"}")
                .json()
                .path("id")
                .asString();
        var path = "/api/v1/teams/" + team;
        var code = admin.post("/api/v1/tickets", """
                        {"subject": "Help", "body": "Please", "from": {"email": "marta@elsewhere.example"}}""").json().path("code").asString();
        db.sql("update tickets.ticket set team_id = :team where code = :code")
                .param("team", Long.valueOf(team))
                .param("code", code)
                .update();
        admin.post(
                "/api/v1/canned-answers",
                "{\"name\": \"Fine\", \"language\": \"it\", \"html\": \"<p>Fine</p>\", \"team\": \"Fine\"}");

        var refused = admin.delete(path);
        assertThat(refused.problem()).isEqualTo("team-in-use");
        assertThat(refused.json().path("open").asInt()).isEqualTo(2);
        assertThat(admin.delete(path + "?into=" + team).problem()).isEqualTo("team-unknown");

        assertThat(admin.delete(path + "?into=" + heir).status()).isEqualTo(204);
        assertThat(admin.get("/api/v1/tickets/" + code).json().path("team").asString())
                .isEqualTo("Erede");
        assertThat(admin.get("/api/v1/canned-answers").response().body()).contains("\"team\":\"Erede\"");
    }

    @Test
    void a_team_that_a_support_address_names_stays() {
        var team = admin.post("/api/v1/teams", "{\"name\": \"Fatturazione\"}");

        var refused = admin.delete("/api/v1/teams/" + team.json().path("id").asString());

        assertThat(refused.problem()).isEqualTo("team-has-address");
        assertThat(refused.json().path("address").asString()).isEqualTo("billing@pronto.example");
    }

    @Test
    void whoever_a_team_gains_or_loses_has_moved_and_nobody_else() {
        var stays = cast.hired("Sara Fermi", Role.TECHNICIAN);
        var joins = cast.hired("Gino Entra", Role.TECHNICIAN);
        var leaves = cast.hired("Lea Esce", Role.TECHNICIAN);
        var path = "/api/v1/teams/"
                + admin.post("/api/v1/teams", "{\"name\": \"Mossa\"}")
                        .json()
                        .path("id")
                        .asString();
        admin.patch(path, "{\"members\": [\"%d\", \"%d\"]}".formatted(stays.id(), leaves.id()));
        Moves.HEARD.clear();

        cast.browserOf(cast.hired("Lina Capo", Role.LEAD))
                .post(
                        "/settings" + path.substring("/api/v1".length()),
                        Map.of("name", "Mossa", "members", stays.id() + "," + joins.id()));

        assertThat(Moves.HEARD).containsExactlyInAnyOrder(joins.id(), leaves.id());
    }

    @Test
    void a_revoked_token_opens_nothing() {
        var made = admin.post("/api/v1/tokens", "{\"name\": \"once\", \"scopes\": [\"read\"]}");
        var path = "/api/v1/tokens/" + made.json().path("id").asString();

        assertThat(admin.get(path).json().path("token").isMissingNode()).isTrue();
        var bearer = "Bearer " + made.json().path("token").asString();
        var program = cast.unknownProgram();
        assertThat(program.get("/api/v1/teams", "Authorization", bearer).status())
                .isEqualTo(200);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(program.get("/api/v1/teams", "Authorization", bearer).status())
                .isEqualTo(401);
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

    /** Hears who moved. */
    @TestComponent
    static class Moves {

        static final Queue<Long> HEARD = new ConcurrentLinkedQueue<>();

        @EventListener
        void moved(StaffEvent.MovedTeam moved) {
            HEARD.add(moved.technician());
        }
    }

    @Test
    void a_token_whose_time_is_over_opens_nothing_and_says_so() {
        var ends = time.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        var made = admin.post(
                "/api/v1/tokens", "{\"name\": \"short\", \"scopes\": [\"read\"], \"expiresAt\": \"" + ends + "\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("expiresAt").asString()).isEqualTo(ends.toString());
        var bearer = "Bearer " + made.json().path("token").asString();
        var program = cast.unknownProgram();
        assertThat(program.get("/api/v1/teams", "Authorization", bearer).status())
                .isEqualTo(200);

        shift.set(Duration.ofHours(2));
        try {
            var late = program.get("/api/v1/teams", "Authorization", bearer);
            assertThat(late.status()).isEqualTo(401);
            assertThat(late.problem()).isEqualTo("token-expired");
            assertThat(late.header("WWW-Authenticate")).contains("invalid_token");
        } finally {
            shift.set(Duration.ZERO);
        }
        assertThat(admin.post(
                                "/api/v1/tokens",
                                "{\"name\": \"x\", \"scopes\": [\"read\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                        .problem())
                .isEqualTo("expiry-past");
    }
}
