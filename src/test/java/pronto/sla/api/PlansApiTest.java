package pronto.sla.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.people.Program;
import pronto.runtime.RealDatabase;
import pronto.staff.Scope;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PlansApiTest extends RealDatabase {

    private static final String GOLD = "/api/v1/plans/Gold";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    private Program program;

    @BeforeEach
    void connect() {
        Emptied.of(db, "sla.plan");
        Emptied.of(db, "customers.customer");
        program = new Cast(context).program(Scope.ADMIN);
    }

    @Test
    void a_plan_is_written_as_it_is_read() {
        var made = program.put(GOLD, """
                {"channels": ["phone", "email"], "hours": "Italia", "criticalHours": "always",
                 "targets": {"P1": {"pickup": "PT15M", "answer": "PT1H", "resolution": "PT4H",
                                    "resolutionByKind": {"workaround": "PT2H", "hotfix": null}},
                             "P2": {"pickup": "PT1H"}, "P3": null}}
                """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(GOLD);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.response().body()).isEqualTo("""
                {"name":"Gold","channels":["email","phone"],"hours":"Italia","criticalHours":"always",\
                "targets":{"P1":{"pickup":"PT15M","answer":"PT1H","update":null,"resolution":"PT4H",\
                "resolutionByKind":{"workaround":"PT2H"}},\
                "P2":{"pickup":"PT1H","answer":null,"update":null,"resolution":null},\
                "P3":{"pickup":null,"answer":null,"update":null,"resolution":null},\
                "P4":{"pickup":null,"answer":null,"update":null,"resolution":null}},\
                "silence":{"reminders":[2,5],"closing":10}}""");

        var again = program.put(GOLD, made.response().body(), "If-Match", "\"1\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).as("nothing was changed").isEqualTo("\"1\"");
        assertThat(program.get("/api/v1/plans/gold").response().body())
                .isEqualTo(made.response().body());
        assertThat(program.get("/api/v1/plans").json().at("/items/0/name").asString())
                .isEqualTo("Gold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{} | missing | hours",
                "{\"hours\": \"Nowhere\"} | calendar-unknown | hours",
                "{\"hours\": \"always\", \"criticalHours\": \"Nowhere\"} | calendar-unknown | criticalHours",
                "{\"hours\": \"always\", \"channels\": [\"email\", \"fax\"]} | channel-unknown | channels[1]",
                "{\"hours\": \"always\", \"name\": \"Silver\"} | name-differs | name",
                "{\"hours\": \"always\", \"price\": 1} | unknown-field | price",
                "{\"hours\": \"always\", \"targets\": {\"P5\": {}}} | priority-unknown | targets.P5",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"P1D\"}}} | duration-in-days | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"P1DT2H\"}}} | duration-in-days | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"2 hours\"}}} | not-a-duration | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT0S\"}}} | target-not-positive | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"-PT5M\"}}} | target-not-positive | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT99999H\"}}} | duration-too-long | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT2H\", \"answer\": \"PT1H\"}}} | answer-before-pickup | targets.P1.answer",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT1H\", \"answer\": \"PT4H\", \"resolution\": \"PT2H\"}}} | resolution-before-answer | targets.P1.resolution",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT2H\"}, \"P2\": {\"pickup\": \"PT1H\"}}} | targets-backwards | targets.P1.pickup",
                "{\"hours\": \"always\", \"targets\": {\"P2\": {\"answer\": \"PT2H\"}}} | target-missing | targets.P1.answer",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"resolutionByKind\": {\"prayer\": \"PT1H\"}}}} | kind-unknown | targets.P1.resolutionByKind.prayer",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"resolutionByKind\": {\"hotfix\": \"PT9H\"}}, \"P2\": {\"resolutionByKind\": {\"hotfix\": \"PT8H\"}}}} | targets-backwards | targets.P1.resolutionByKind.hotfix",
                "{\"hours\": \"always\", \"silence\": {\"reminders\": [3, 3], \"closing\": 9}} | silence-backwards | silence",
                "{\"hours\": \"always\", \"silence\": {\"reminders\": [1, 2, 3, 4, 5, 6]}} | too-many-reminders | silence",
                "{\"hours\": \"always\", \"silence\": {\"reminders\": [2], \"closing\": 91}} | silence-backwards | silence"
            })
    void a_plan_that_cannot_be_so_is_refused_with_its_field(String body, String problem, String field) {
        var refused = program.put(GOLD, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.json().path("field").asString()).isEqualTo(field);
        assertThat(refused.json().path("detail").asString()).doesNotContain("{", "refusal.");
        assertThat(program.get(GOLD).status()).isEqualTo(404);
    }

    @Test
    void who_changes_what_somebody_else_changed_meanwhile_is_told() {
        program.put(GOLD, "{\"hours\": \"always\"}");
        program.put(GOLD, "{\"hours\": \"Italia\"}", "If-Match", "\"1\"");

        assertThat(program.put(GOLD, "{\"hours\": \"always\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(program.delete(GOLD, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(program.put("/api/v1/plans/New", "{}", "If-Match", "\"7\"").status())
                .isEqualTo(422);
        assertThat(program.put("/api/v1/plans/Silver", "{\"hours\": \"always\"}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void what_a_plan_promises_from_when_on_is_told() {
        program.put(GOLD, "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT4H\"}}}");
        program.put(
                GOLD + "?from=2099-01-01T00:00:00Z",
                "{\"hours\": \"always\", \"targets\": {\"P1\": {\"pickup\": \"PT1H\"}}}");

        assertThat(program.get(GOLD).json().at("/targets/P1/pickup").asString()).isEqualTo("PT4H");
        var versions = program.get(GOLD + "/versions").json().path("items");
        assertThat(versions.at("/0/from").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(versions.at("/0/plan/targets/P1/pickup").asString()).isEqualTo("PT1H");
        assertThat(versions.at("/1/from").isNull())
                .as("it held from the beginning")
                .isTrue();
    }

    @Test
    void technicians_read_and_only_administrators_write() {
        program.put(GOLD, "{\"hours\": \"always\"}");
        var reader = new Cast(context).program(Scope.READ);
        var writer = new Cast(context).program(Scope.WRITE);

        assertThat(reader.get(GOLD).status()).isEqualTo(200);
        assertThat(writer.put(GOLD, "{\"hours\": \"always\"}").status()).isEqualTo(403);
        assertThat(writer.delete(GOLD).status()).isEqualTo(403);
        assertThat(program.delete(GOLD).status()).isEqualTo(204);
        assertThat(program.get(GOLD).status()).isEqualTo(404);
    }
}
