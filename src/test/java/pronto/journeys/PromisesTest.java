package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import pronto.browser.Look;
import pronto.browser.Visitor;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.people.House;
import pronto.staff.Scope;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import tools.jackson.databind.JsonNode;

/** What a customer was promised, as a program and a technician read it on a ticket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesTest {

    private final House house = House.open();

    @BeforeAll
    void gold() {
        var said = house.cast().program(Scope.ADMIN).put("/api/v1/plans/Gold", """
                {"channels": ["email"], "hours": "Italia", "targets": {
                  "P1": {"pickup": "PT30M", "answer": "PT1H", "update": "PT1H", "resolution": "PT4H"},
                  "P2": {"pickup": "PT2H", "answer": "PT4H", "update": "PT8H", "resolution": "PT16H"}}}
                """);
        assertThat(said.status()).as(said.response().body()).isEqualTo(201);
        var acme = house.customer("ACME", "Acme S.r.l.", "acme.example");
        house.get(CustomerBook.class)
                .change(acme.id(), CustomerFields.named("Acme S.r.l.").withPlan("Gold"), _ -> {}, Actor.PRONTO);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @Test
    void a_program_reads_the_promises_of_a_ticket_in_its_language() {
        var ticket = house.reported(Mail.from("marta@acme.example"));
        var english = clock(ticket, "en");
        var italian = clock(ticket, "it");

        assertThat(english.path("kind").asString()).isEqualTo("pickup");
        assertThat(english.path("state").asString()).isEqualTo("running");
        assertThat(Instant.parse(english.path("dueAt").asString()))
                .isAfterOrEqualTo(ticket.openedAt().plus(Duration.ofMinutes(30)));
        assertThat(english.path("explanation").get(0).asString()).startsWith("Due ");
        assertThat(italian.path("explanation").get(0).asString()).startsWith("Scade ");
    }

    @Test
    @EnabledIf(value = "pronto.browser.Browsers#installed", disabledReason = "Chromium is not installed")
    void a_technician_reads_when_each_promise_is_due_and_why() {
        var ticket = house.reported(Mail.from("luca@acme.example"));
        var cast = house.cast();
        for (var look : List.of(Look.DESK, Look.NIGHT)) {
            try (var giulia = new Visitor(house.address(), look)
                    .with(Objects.requireNonNull(cast.browserOf(cast.giulia()).cookie()))) {
                giulia.open("/tickets/" + ticket.code());
                giulia.page().locator("#clock-pickup summary").click();
                assertThat(giulia.page().locator("#clock-pickup li").count()).isGreaterThan(1);
                giulia.picture("promises-" + look).findsNoFault();
            }
        }
    }

    private JsonNode clock(Ticket ticket, String language) {
        var clocks = house.cast()
                .program(Scope.ADMIN)
                .get("/api/v1/tickets/" + ticket.code(), "Accept-Language", language)
                .json()
                .path("clocks");
        assertThat(clocks.size()).isEqualTo(1);
        return clocks.get(0);
    }
}
