package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import pronto.people.Cast;
import pronto.people.Emptied;
import pronto.runtime.RealDatabase;
import pronto.staff.Scope;
import pronto.timeline.Actor;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RecordApplicationEvents
class CustomerPlansTest extends RealDatabase {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private CustomerPlans plans;

    @Autowired
    private CustomerBook book;

    @Autowired
    private Customers customers;

    @Autowired
    private InstantSource time;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApplicationEvents events;

    private Customer acme;

    @BeforeEach
    void acme() {
        Emptied.of(db, "customers.customer");
        acme = book.add("ACME", CustomerFields.named("Acme").withPlan("Base"), Actor.PRONTO);
    }

    @Test
    void a_plan_that_nobody_ever_changed_has_held_for_ever() {
        assertThat(plans.on(acme.id(), Instant.EPOCH)).contains("Base");
        assertThat(plans.of(acme.id())).singleElement().returns(null, CustomerPlans.Period::from);
    }

    @Test
    void a_change_holds_from_now_and_what_was_before_is_remembered() {
        book.change(acme.id(), CustomerFields.named("Acme").withPlan("Premium"), CustomerBook.ANY, Actor.PRONTO);

        assertThat(plans.on(acme.id(), MARCH)).contains("Base");
        assertThat(plans.on(acme.id(), FAR)).contains("Premium");
        assertThat(plans.of(acme.id())).extracting(CustomerPlans.Period::plan).containsExactly("Premium", "Base");
        assertThat(events.stream(CustomerEvent.PlanChanged.class))
                .singleElement()
                .returns("Premium", CustomerEvent.PlanChanged::plan)
                .returns(acme.id(), CustomerEvent.PlanChanged::customer);
    }

    @Test
    void a_change_learned_of_late_holds_from_its_day() {
        plans.change(acme.id(), "Business", MARCH, CustomerPlans.ANY, Actor.PRONTO);

        assertThat(plans.on(acme.id(), MARCH.minusSeconds(1))).contains("Base");
        assertThat(plans.on(acme.id(), MARCH)).contains("Business");
        assertThat(now().plan()).isEqualTo("Business");
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void a_change_to_come_waits_for_its_day_and_can_be_taken_back() {
        plans.change(acme.id(), "Premium", FAR, CustomerPlans.ANY, Actor.PRONTO);

        assertThat(now().plan()).isEqualTo("Base");
        assertThat(plans.on(acme.id(), FAR)).contains("Premium");
        assertThat(events.stream(CustomerEvent.PlanChanged.class)).isEmpty();

        plans.takeBack(acme.id(), FAR, CustomerPlans.ANY, Actor.PRONTO);
        assertThat(plans.on(acme.id(), FAR)).contains("Base");
        assertThatThrownBy(() -> plans.takeBack(acme.id(), FAR, CustomerPlans.ANY, Actor.PRONTO))
                .isInstanceOf(NotThere.class);
    }

    @Test
    void when_its_day_comes_the_customer_has_the_plan_and_those_who_go_by_it_hear() {
        plans.change(acme.id(), "Premium", time.instant().plus(Duration.ofSeconds(2)), CustomerPlans.ANY, Actor.PRONTO);

        await().atMost(Duration.ofSeconds(60)).until(() -> "Premium".equals(now().plan()));
        assertThat(plans.of(acme.id())).extracting(CustomerPlans.Period::plan).containsExactly("Premium", "Base");
    }

    @Test
    void programs_read_change_and_take_back() {
        var program = new Cast(context).program(Scope.ADMIN);
        var path = "/api/v1/customers/ACME/plans";

        var changed = program.post(path, "{\"plan\": \"Premium\", \"from\": \"2099-01-01T00:00:00Z\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/items/0/plan").asString()).isEqualTo("Premium");
        assertThat(changed.json().at("/items/1/until").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(program.post(path, "{}").problem()).isEqualTo("missing");
        assertThat(program.delete(path + "/2099-01-01T00:00:00Z").status()).isEqualTo(204);
        assertThat(program.delete(path + "/2099-01-01T00:00:00Z").status()).isEqualTo(404);
    }

    @Test
    void a_program_that_saw_other_changes_is_refused() {
        var program = new Cast(context).program(Scope.ADMIN);
        var path = "/api/v1/customers/ACME/plans";
        var premium = "{\"plan\": \"Premium\", \"from\": \"2099-01-01T00:00:00Z\"}";
        var before = Objects.requireNonNull(program.get(path).header("ETag"));

        var after = Objects.requireNonNull(
                program.post(path, premium, "If-Match", before).header("ETag"));
        assertThat(after).isEqualTo(program.get(path).header("ETag")).isNotEqualTo(before);
        assertThat(program.post(path, "{\"plan\": \"Gold\"}", "If-Match", before)
                        .status())
                .isEqualTo(412);
        assertThat(program.delete(path + "/2099-01-01T00:00:00Z", "If-Match", before)
                        .status())
                .isEqualTo(412);
        assertThat(program.delete(path + "/2099-01-01T00:00:00Z", "If-Match", after)
                        .status())
                .isEqualTo(204);
        assertThat(now().plan()).isEqualTo("Base");
    }

    @Test
    void on_screen_the_plan_is_told_with_its_days_and_changed() {
        var cast = new Cast(context);
        var giulia = cast.browserOf(cast.giulia());
        db.sql("update staff.technician set language = 'en'").update();
        assertThat(giulia.get("/customers/ACME").body()).contains("no such plan yet", "/customers/ACME/plan");

        giulia.post("/customers/ACME/plan", Map.of("plan", "Premium", "from", "2099-01-01"));

        assertThat(giulia.get("/customers/ACME").body()).contains("1 Jan 2099", "Premium");
        assertThat(giulia.get("/customers/ACME/plan").body())
                .contains("coming", "from the beginning", "Giulia Bianchi");
        assertThat(giulia.post("/customers/ACME/plan", Map.of("from", "tomorrow"), "HX-Request", "true")
                        .body())
                .contains("data-field=\"from\"", "is no date");
        assertThat(now().plan()).isEqualTo("Base");
    }

    private Customer now() {
        return customers.byCode("ACME").orElseThrow();
    }
}
