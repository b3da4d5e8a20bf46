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
class CalendarsApiTest extends RealDatabase {

    private static final String DESK = "/api/v1/calendars/Desk";
    private static final String WEEK = "\"weekly\": [{\"days\": [\"MON\"], \"from\": \"09:00\", \"to\": \"18:00\"}]";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    private Program program;

    @BeforeEach
    void connect() {
        Emptied.of(db, "sla.plan");
        db.sql(
                        "delete from sla.calendar_version v using sla.calendar c where c.id = v.calendar_id and c.name <> 'Italia'")
                .update();
        db.sql("delete from sla.calendar where name <> 'Italia'").update();
        program = new Cast(context).program(Scope.ADMIN);
    }

    @Test
    void a_calendar_is_written_as_it_is_read() {
        var made = program.put(DESK, """
                {"timeZone": "Europe/Rome",
                 "weekly": [{"days": ["TUE", "MON"], "from": "09:00", "to": "13:00"},
                            {"days": ["MON"], "from": "14:00", "to": "24:00"}],
                 "holidays": ["IT", "12-07"], "closed": ["2026-12-31", "2026-12-24"],
                 "open": [{"date": "2026-12-08", "from": "10:00", "to": "12:00"}]}
                """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(DESK);
        assertThat(made.response().body()).isEqualTo("""
                {"name":"Desk","timeZone":"Europe/Rome",\
                "weekly":[{"days":["MON","TUE"],"from":"09:00","to":"13:00"},\
                {"days":["MON"],"from":"14:00","to":"24:00"}],\
                "holidays":["12-07","IT"],"closed":["2026-12-24","2026-12-31"],\
                "open":[{"date":"2026-12-08","from":"10:00","to":"12:00"}]}""");

        assertThat(program.put(DESK, made.response().body()).header("ETag")).isEqualTo("\"1\"");
        assertThat(program.get("/api/v1/calendars/desk").response().body())
                .isEqualTo(made.response().body());
    }

    @Test
    void days_off_are_read_from_an_icalendar_file_and_nothing_is_written() {
        var read = program.post("/api/v1/calendars/closed", """
                {"ics": "BEGIN:VCALENDAR\\nBEGIN:VEVENT\\nDTSTART;VALUE=DATE:20261224\\nEND:VEVENT\\nEND:VCALENDAR"}
                """);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.response().body()).isEqualTo("{\"closed\":[\"2026-12-24\"],\"left\":0}");
        var refused = program.post("/api/v1/calendars/closed", "{\"ics\": \"code,name\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-a-calendar-file");
        assertThat(program.get("/api/v1/calendars/closed").status()).isEqualTo(404);
    }

    @Test
    void what_a_calendar_said_before_its_correction_can_be_told() {
        program.put(DESK, "{\"timeZone\": \"Europe/Rome\", " + WEEK + "}");
        var corrected = program.put(
                DESK,
                "{\"timeZone\": \"Europe/Rome\", \"closed\": [\"2026-12-24\"], " + WEEK + "}",
                "If-Match",
                "\"1\"");

        assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
        var versions = program.get(DESK + "/versions").json().path("items");
        assertThat(versions.at("/0/calendar/closed/0").asString()).isEqualTo("2026-12-24");
        assertThat(versions.at("/1/calendar/closed").isEmpty()).isTrue();
        assertThat(versions.at("/1/writtenBy").asString()).isEqualTo("test");
        assertThat(program.put(DESK, "{\"timeZone\": \"UTC\", " + WEEK + "}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{} | missing | timeZone",
                "{\"timeZone\": \"Europe/Rome\"} | calendar-without-hours | weekly",
                "{\"timeZone\": \"Europe/Atlantis\", WEEK} | time-zone-unknown | timeZone",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"18:00\", \"to\": \"09:00\"}]} | hours-backwards | weekly[0].to",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"09:00\", \"to\": \"09:00\"}]} | hours-backwards | weekly[0].to",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"9\", \"to\": \"10:00\"}]} | not-a-time | weekly[0].from",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"24:00\", \"to\": \"24:00\"}]} | not-a-time | weekly[0].from",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"LUN\"], \"from\": \"09:00\", \"to\": \"10:00\"}]} | not-a-weekday | weekly[0].days[0]",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [], \"from\": \"09:00\", \"to\": \"10:00\"}]} | missing | weekly[0].days",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"09:00\"}]} | missing | weekly[0].to",
                "{\"timeZone\": \"UTC\", \"weekly\": [{\"days\": [\"MON\"], \"from\": \"09:00\", \"to\": \"13:00\"}, {\"days\": [\"TUE\", \"MON\"], \"from\": \"12:00\", \"to\": \"18:00\"}]} | hours-overlap | weekly[1]",
                "{\"timeZone\": \"UTC\", WEEK, \"holidays\": [\"IT\", \"Narnia\"]} | holidays-unknown | holidays[1]",
                "{\"timeZone\": \"UTC\", WEEK, \"holidays\": [\"02-31\"]} | holidays-unknown | holidays[0]",
                "{\"timeZone\": \"UTC\", WEEK, \"closed\": [\"2026-02-30\"]} | not-a-date | closed[0]",
                "{\"timeZone\": \"UTC\", WEEK, \"open\": [{\"date\": \"24/12\", \"from\": \"09:00\", \"to\": \"10:00\"}]} | not-a-date | open[0].date",
                "{\"timeZone\": \"UTC\", WEEK, \"open\": [{\"date\": \"2026-12-24\", \"from\": \"11:00\", \"to\": \"10:00\"}]} | hours-backwards | open[0].to",
                "{\"timeZone\": \"UTC\", WEEK, \"open\": [{\"date\": \"2026-12-24\", \"from\": \"09:00\", \"to\": \"11:00\"}, {\"date\": \"2026-12-24\", \"from\": \"10:00\", \"to\": \"12:00\"}]} | hours-overlap-on | open[1]",
                "{\"timeZone\": \"UTC\", WEEK, \"name\": \"Other\"} | name-differs | name",
                "{\"timeZone\": \"UTC\", WEEK, \"opne\": []} | unknown-field | opne"
            })
    void a_calendar_that_cannot_be_so_is_refused_with_its_field(String body, String problem, String field) {
        var refused = program.put(DESK, body.replace("WEEK", WEEK));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.json().path("field").asString()).isEqualTo(field);
        assertThat(refused.json().path("detail").asString()).doesNotContain("{", "refusal.");
        assertThat(program.get(DESK).status()).isEqualTo(404);
    }

    @Test
    void a_promise_of_four_hours_on_a_friday_afternoon_is_due_on_monday_and_says_why() {
        var due = program.post("/api/v1/calendars/Italia/due", """
                {"start": "2026-11-27T15:30:00Z", "duration": "PT4H"}""", "Accept-Language", "en");

        assertThat(due.status()).isEqualTo(200);
        assertThat(due.json().path("dueAt").asString()).isEqualTo("2026-11-30T10:30:00Z");
        assertThat(due.json().at("/explanation/0").asString()).contains("Mon 30 Nov 11:30", "4 h");

        var waited = program.post("/api/v1/calendars/Italia/due", """
                {"start": "2026-11-27T15:30:00Z", "duration": "PT4H",
                 "pauses": [{"from": "2026-11-27T16:00:00Z", "to": "2026-12-07T08:00:00Z"}]}""");
        assertThat(waited.json().path("dueAt").asString())
                .as("half an hour was used before the pause")
                .isEqualTo("2026-12-07T11:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{} | missing | start",
                "{\"start\": \"2026-11-27T15:30:00Z\"} | missing | duration",
                "{\"start\": \"Friday\", \"duration\": \"PT4H\"} | unreadable-field | start",
                "{\"start\": \"2026-11-27T15:30:00Z\", \"duration\": \"P1D\"} | duration-in-days | duration",
                "{\"start\": \"2026-11-27T15:30:00Z\", \"duration\": \"PT4H\", \"pauses\": [{\"from\": \"2026-11-28T15:30:00Z\", \"to\": \"2026-11-27T16:30:00Z\"}]} | pause-backwards | pauses[0].to",
                "{\"start\": \"2026-11-27T15:30:00Z\", \"duration\": \"PT4H\", \"pauses\": [{\"from\": \"2026-11-26T15:30:00Z\", \"to\": \"2026-11-27T16:30:00Z\"}]} | pause-before-start | pauses[0].from"
            })
    void a_promise_that_cannot_be_reckoned_is_refused_with_its_field(String body, String problem, String field) {
        var refused = program.post("/api/v1/calendars/Italia/due", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.json().path("field").asString()).isEqualTo(field);
        assertThat(program.post("/api/v1/calendars/Nowhere/due", body).status()).isIn(404, 422);
    }

    @Test
    void always_is_a_calendar_that_nobody_changes() {
        assertThat(program.get("/api/v1/calendars/always")
                        .json()
                        .at("/weekly/0/to")
                        .asString())
                .isEqualTo("24:00");
        assertThat(program.put("/api/v1/calendars/Always", "{\"timeZone\": \"UTC\", " + WEEK + "}")
                        .problem())
                .isEqualTo("calendar-built-in");
        assertThat(program.delete("/api/v1/calendars/always").status()).isEqualTo(409);
        assertThat(program.get("/api/v1/calendars").json().at("/items/0/name").asString())
                .isEqualTo("always");
    }

    @Test
    void one_that_a_plan_names_stays_until_no_plan_does() {
        program.put(DESK, "{\"timeZone\": \"Europe/Rome\", " + WEEK + "}");
        program.put("/api/v1/plans/Gold", "{\"hours\": \"always\", \"criticalHours\": \"desk\"}");

        var refused = program.delete(DESK);
        assertThat(refused.problem()).isEqualTo("calendar-in-use");
        assertThat(refused.json().path("detail").asString()).contains("Desk", "Gold");
        assertThat(program.get("/api/v1/plans/Gold")
                        .json()
                        .path("criticalHours")
                        .asString())
                .as("by its own spelling")
                .isEqualTo("Desk");

        program.delete("/api/v1/plans/Gold");
        assertThat(program.delete(DESK).status()).isEqualTo(204);
        assertThat(program.get(DESK).status()).isEqualTo(404);
        assertThat(program.put(DESK, "{\"timeZone\": \"Europe/Rome\", " + WEEK + "}")
                        .status())
                .isEqualTo(201);
    }
}
