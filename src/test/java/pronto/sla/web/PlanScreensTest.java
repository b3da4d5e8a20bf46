package pronto.sla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.runtime.RealDatabase;
import pronto.sla.Calendars;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.sla.Silence;
import pronto.timeline.Actor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PlanScreensTest extends RealDatabase {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Plans plans;

    @Autowired
    private Calendars calendars;

    @Autowired
    private CustomerBook book;

    private Browser ada;
    private Browser giulia;

    @BeforeEach
    void signIn() {
        Emptied.of(db, "customers.customer");
        Emptied.of(db, "sla.plan");
        var cast = new Cast(context);
        ada = cast.browserOf(cast.ada());
        giulia = cast.browserOf(cast.giulia());
        db.sql("update staff.technician set language = 'en', time_zone = 'Europe/Rome'")
                .update();
    }

    @Test
    void without_plans_an_administrator_is_offered_three_and_nothing_is_promised_before() {
        assertThat(giulia.get("/settings/plans").body())
                .contains("No support plans yet")
                .doesNotContain("/settings/plans/start");
        assertThat(ada.get("/settings/plans").body()).contains("/settings/plans/start");

        ada.post("/settings/plans/start", Map.of());

        assertThat(plans.all())
                .extracting(version -> version.plan().name())
                .containsExactly("Base", "Business", "Premium");
        assertThat(ada.get("/settings/plans").body()).contains("Premium", "15 min", "30 min");
    }

    @Test
    void how_long_a_silence_is_waited_out_is_typed_in_days_and_what_runs_backwards_is_refused() {
        assertThat(ada.post("/settings/plans", typed(Map.of("reminders", "5, 2", "closing", "10")))
                        .body())
                .contains("Each day has to come after the one before");
        assertThat(ada.post("/settings/plans", typed(Map.of("reminders", "soon", "closing", "10")))
                        .statusCode())
                .isEqualTo(422);
        ada.post("/settings/plans", typed(Map.of("reminders", "1, 3 7", "closing", "")));

        assertThat(plans.current("Gold").orElseThrow().plan().silence()).isEqualTo(new Silence(List.of(1, 3, 7), null));
        assertThat(ada.get("/settings/plans/Gold").body()).contains("value=\"1, 3, 7\"", "placeholder=\"never\"");
    }

    @Test
    void a_plan_that_customers_have_by_name_alone_is_told_with_a_way_to_write_it() {
        book.add("ACME", CustomerFields.named("Acme").withPlan("Platinum"), Actor.PRONTO);

        assertThat(ada.get("/settings/plans").body())
                .contains("Platinum", "1 customer", "/settings/plans/new?name=Platinum");
    }

    @Test
    void an_administrator_types_a_plan_as_people_write_durations() {
        var made = ada.post(
                "/settings/plans",
                typed(Map.of(
                        "targets.P1.pickup", "30 min",
                        "targets.P1.answer", "1 h 30",
                        "targets.P1.resolution", "4:00",
                        "targets.P1.resolutionByKind.workaround", "2 ore")));
        assertThat(made.headers().firstValue("Location")).contains("/settings/plans/Gold");

        var urgent = plans.current("Gold").orElseThrow().plan().of(Priority.P1);
        assertThat(urgent.pickup()).hasMinutes(30);
        assertThat(urgent.answer()).hasMinutes(90);
        assertThat(urgent.resolution()).hasHours(4);
        assertThat(urgent.resolutionByKind().get("workaround")).hasHours(2);
        assertThat(giulia.get("/settings/plans/Gold").body())
                .contains("1 h 30 min", "disabled")
                .doesNotContain("/removal");
    }

    @ParameterizedTest
    @CsvSource({
        "targets.P1.pickup, 2 days, targets.P1.pickup, in days",
        "targets.P2.answer, soon, targets.P2.answer, cannot be read",
        "targets.P2.pickup, 1 h, targets.P1.pickup, the more urgent one",
        "hours, Nowhere, hours, There is no calendar",
        "name, a/b, name, cannot be its name"
    })
    void what_cannot_be_so_is_told_beside_its_field(String field, String typed, String place, String sentence) {
        var refused = ada.post("/settings/plans", typed(Map.of(field, typed)), "HX-Request", "true");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("data-field=\"" + place + "\"", sentence);
        assertThat(plans.all()).isEmpty();
    }

    @Test
    void before_saving_one_sees_what_changes_and_whom_it_touches() {
        book.add("ACME", CustomerFields.named("Acme").withPlan("Gold"), Actor.PRONTO);
        ada.post("/settings/plans", typed(Map.of("targets.P1.pickup", "1 h")));

        var preview =
                ada.post("/settings/plans/preview", typed(Map.of("targets.P1.pickup", "30 min")), "HX-Request", "true");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("1 customer", "0 open tickets", "P1, Pickup", "<del>1 h</del>", "<ins>30 min</ins>");
        assertThat(plans.current("Gold").orElseThrow().plan().of(Priority.P1).pickup())
                .hasHours(1);
    }

    @Test
    void a_change_may_begin_later_and_who_saves_over_a_colleague_is_told() {
        ada.post("/settings/plans", typed(Map.of("targets.P1.pickup", "1 h")));
        ada.post(
                "/settings/plans/Gold",
                typed(Map.of("targets.P1.pickup", "30 min", "version", "1", "from", "2099-01-01")));

        assertThat(plans.current("Gold").orElseThrow().plan().of(Priority.P1).pickup())
                .hasHours(1);
        assertThat(giulia.get("/settings/plans/Gold").body()).contains("1 Jan 2099", "coming", "From the beginning");
        assertThat(ada.post("/settings/plans/Gold", typed(Map.of("version", "1")), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void a_plan_that_a_customer_has_stays_and_only_administrators_write() {
        ada.post("/settings/plans", typed(Map.of()));
        book.add("ACME", CustomerFields.named("Acme").withPlan("gold"), Actor.PRONTO);

        assertThat(ada.get("/settings/plans/Gold").body()).contains("cannot be removed");
        assertThat(ada.post("/settings/plans/Gold/removal", Map.of(), "HX-Request", "true")
                        .statusCode())
                .isEqualTo(409);
        assertThat(giulia.post("/settings/plans", typed(Map.of())).statusCode()).isEqualTo(403);
        assertThat(giulia.post("/settings/calendars", Map.of("name", "Mine")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_calendar_is_typed_a_line_a_day_and_shows_its_month() {
        var made = ada.post(
                "/settings/calendars",
                week("Desk", Map.of("sat", "9 - 12.30", "open", "2026-12-24 9-13\n2026-12-24 14-15")));
        assertThat(made.headers().firstValue("Location")).contains("/settings/calendars/Desk");
        assertThat(calendars.named("Desk").orElseThrow().weekly()).hasSize(3);

        var december = giulia.get("/settings/calendars/Desk?month=2026-12").body();
        assertThat(december).contains("December 2026", "Christmas", "09:00–12:30", "closed this day", "other hours");
        assertThat(giulia.get("/settings/calendars").body()).contains("Mon–Fri 09:00–13:00, 14:00–18:00");
        ada.post("/settings/calendars/Desk/removal", Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tue | 18:00-09:00 | tue | end before they begin",
                "wed | 09:00-13:00, 12:00-18:00 | wed | Wednesdays",
                "thu | morning | thu | cannot be read as hours",
                "fri | 9-25 | fri | no time of day",
                "timeZone | Europe/Atlantis | timeZone | There is no time zone",
                "holidays | Narnia | holidays[0] | are not known",
                "closed | tomorrow | closed[0] | is no date",
                "open | 2026-12-24 | open | cannot be read as hours",
                "name | new | name | cannot be its name"
            })
    void hours_that_cannot_be_so_are_told_beside_their_day(String field, String typed, String place, String sentence) {
        var refused = ada.post("/settings/calendars", week("Odd", Map.of(field, typed)), "HX-Request", "true");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("data-field=\"" + place + "\"", sentence);
        assertThat(calendars.named("Odd")).isEmpty();
    }

    @Test
    void holidays_of_a_file_are_laid_into_the_field_and_hold_once_they_are_saved() {
        var file = """
                --b\r
                Content-Disposition: form-data; name="closed"\r
                \r
                2026-08-14\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="h.ics"\r
                \r
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261224
                END:VEVENT
                END:VCALENDAR
                \r
                --b--\r
                """;
        var read = ada.send(ada.marked("/settings/calendars/closed", "HX-Request", "true")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(file)));

        assertThat(read.body()).contains("2026-08-14\n2026-12-24", "1 day read from the file");
        assertThat(giulia.send(giulia.marked("/settings/calendars/closed", "HX-Request", "true")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(HttpRequest.BodyPublishers.ofString(file)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_week_without_hours_is_told_at_its_first_day() {
        var refused =
                ada.post("/settings/calendars", Map.of("name", "Odd", "timeZone", "Europe/Rome"), "HX-Request", "true");

        assertThat(refused.body()).contains("data-field=\"mon\"", "needs hours");
    }

    @Test
    void anybody_may_try_a_promise_and_is_told_why_it_is_due_then() {
        var due = giulia.post(
                "/settings/calendars/Italia/due",
                Map.of("start", "2026-11-27T16:30", "duration", "4 h"),
                "HX-Request",
                "true");

        assertThat(due.statusCode()).isEqualTo(200);
        assertThat(due.body()).contains("Mon 30 Nov 11:30", "09:00–11:30");
        assertThat(giulia.post(
                                "/settings/calendars/Italia/due",
                                Map.of("start", "soon", "duration", "4 h"),
                                "HX-Request",
                                "true")
                        .body())
                .contains("data-field=\"start\"");
    }

    @Test
    void before_a_calendar_is_corrected_one_sees_which_days_change_for_whom() {
        ada.post("/settings/calendars", week("Desk", Map.of()));
        ada.post("/settings/plans", typed(Map.of("hours", "Desk")));
        book.add("ACME", CustomerFields.named("Acme").withPlan("Gold"), Actor.PRONTO);

        var preview = ada.post("/settings/calendars/preview", week("Desk", Map.of("mon", "")), "HX-Request", "true");

        assertThat(preview.body()).contains("1 customer", "Mon ", "<ins>closed</ins>", "And ");
        assertThat(giulia.get("/settings/calendars/Desk").body()).contains("Counts for Gold");
        assertThat(ada.post("/settings/calendars/Desk/removal", Map.of(), "HX-Request", "true")
                        .body())
                .contains("counts for Gold");
        Emptied.of(db, "sla.plan");
        ada.post("/settings/calendars/Desk/removal", Map.of());
        assertThat(calendars.named("Desk")).isEmpty();
    }

    private static Map<String, String> typed(Map<String, String> more) {
        var typed = new HashMap<>(Map.of("name", "Gold", "hours", "Italia", "criticalHours", ""));
        typed.putAll(more);
        return typed;
    }

    private static Map<String, String> week(String name, Map<String, String> more) {
        var typed = new HashMap<>(
                Map.of("name", name, "timeZone", "Europe/Rome", "holidays", "IT", "closed", "2026-12-31"));
        for (var day : new String[] {"mon", "tue", "wed", "thu", "fri"}) {
            typed.put(day, "09:00–13:00, 14:00–18:00");
        }
        typed.putAll(more);
        if (more.containsKey("mon")) {
            typed.put("version", "1");
        }
        return typed;
    }
}
