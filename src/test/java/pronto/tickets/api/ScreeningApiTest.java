package pronto.tickets.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.timeline.Actor;
import tools.jackson.databind.JsonNode;

/** Screening and the priority table as programs use them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test",
            "pronto.api.rate=-1"
        })
@NullUnmarked
class ScreeningApiTest extends AtTheDesk {

    private static final String TABLE = "/api/v1/priority-table";

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private PriorityTables tables;

    private Program admin;
    private Program worker;

    @BeforeEach
    void programs() {
        var cast = new Cast(context);
        admin = cast.programOf(cast.hired("Ada Conti", Role.ADMINISTRATOR), Scope.ADMIN);
        worker = cast.program(Scope.WRITE);
    }

    @AfterEach
    void as_shipped() {
        tables.change(PriorityTable.SHIPPED, seen -> {}, Actor.PRONTO);
    }

    private String ticket() {
        return "/api/v1/tickets/"
                + reported(Mail.from(MARTA).about("Card refused")).code();
    }

    private static String answers(String severity, String core, String reach, String degradation, String workaround) {
        return """
                {"severity": "%s", "coreImpact": "%s", "reach": "%s", "degradation": "%s", "workaround": "%s",
                 "components": []}""".formatted(severity, core, reach, degradation, workaround);
    }

    @Test
    void the_five_factors_move_a_ticket_through_all_priorities_and_each_says_why() {
        var ticket = ticket();
        assertThat(worker.get(ticket).json().path("priority").isNull()).isTrue();
        assertThat(worker.get(ticket).json().path("priorityReason").isNull()).isTrue();
        moved(ticket, answers("minor", "none", "onePerson", "none", "acceptable"), "P4", 0);
        moved(ticket, answers("major", "heavy", "onePerson", "none", "acceptable"), "P3", 30);
        moved(ticket, answers("blocking", "stopped", "oneCustomer", "unusable", "none"), "P2", 78);
        moved(ticket, answers("blocking", "stopped", "severalCustomers", "unusable", "none"), "P1", 85);
        var atRisk = moved(ticket, answers("dataAtRisk", "none", "onePerson", "none", "acceptable"), "P1", 30);
        assertThat(atRisk.at("/rules/0/priority").asString()).isEqualTo("P1");
        assertThat(atRisk.at("/rules/0/sentence").asString()).isEqualTo("Severity “data at risk”: always P1");
        var mild = moved(ticket, answers("minor", "none", "onePerson", "none", "acceptable"), "P4", 0);
        assertThat(mild.path("sentence").asString())
                .isEqualTo("A minor trouble for one person: no core service is touched, it is as fast as always, and"
                        + " there is an acceptable way around.");
    }

    private JsonNode moved(String ticket, String answers, String priority, int points) {
        var answer = worker.post(ticket + "/screening", answers);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(answer.json().path("priority").asString()).isEqualTo(priority);
        var why = answer.json().path("priorityReason");
        assertThat(why.path("factors").size()).isEqualTo(5);
        var sum = 0;
        for (var factor : why.path("factors")) {
            sum += factor.path("points").asInt();
            assertThat(factor.path("points").asInt())
                    .isLessThanOrEqualTo(factor.path("of").asInt());
        }
        assertThat(sum).isEqualTo(points).isEqualTo(why.path("points").asInt());
        for (var change : why.path("wouldChange")) {
            assertThat(change.path("priority").asString()).isNotEqualTo(priority);
        }
        assertThat(worker.get(ticket).json().path("priorityReason")).isEqualTo(why);
        return why;
    }

    @Test
    void the_sentence_is_in_the_language_that_is_asked_for() {
        var ticket = ticket();
        worker.post(ticket + "/screening", answers("blocking", "stopped", "severalCustomers", "unusable", "none"));
        assertThat(worker.get(ticket, "Accept-Language", "it")
                        .json()
                        .at("/priorityReason/sentence")
                        .asString())
                .isEqualTo("Il lavoro è bloccato per più clienti: un servizio core è fermo, non si può usare e non"
                        + " c’è alternativa.");
    }

    @Test
    void a_screening_without_an_answer_is_refused_by_the_question() {
        var refused = worker.post(
                ticket() + "/screening",
                "{\"severity\": \"major\", \"coreImpact\": \"none\", \"reach\": \"most\", \"degradation\": \"slow\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("missing");
        assertThat(refused.json().path("field").asString()).isEqualTo("workaround");
        var unknown = worker.post(ticket() + "/screening", answers("awful", "none", "most", "slow", "none"));
        assertThat(unknown.problem()).isEqualTo("not-a-choice");
        assertThat(unknown.json().path("field").asString()).isEqualTo("severity");
    }

    @Test
    void an_override_names_its_reason_and_what_was_computed() {
        var ticket = ticket();
        var mild = answers("minor", "none", "onePerson", "none", "acceptable");
        var without = mild.replace("\"components\": []", "\"override\": {\"priority\": \"P2\", \"reason\": \" \"}");
        var refused = worker.post(ticket + "/screening", without);
        assertThat(refused.problem()).isEqualTo("override-without-reason");
        assertThat(refused.json().path("field").asString()).isEqualTo("override.reason");
        var set = worker.post(ticket + "/screening", without.replace("\" \"", "\"A promise was made.\""));
        assertThat(set.json().path("priority").asString()).isEqualTo("P2");
        var why = set.json().path("priorityReason");
        assertThat(why.at("/override/reason").asString()).isEqualTo("A promise was made.");
        assertThat(why.path("computed").asString()).isEqualTo("P4");
        assertThat(why.path("sentence").asString()).startsWith("P2 was set by hand by ");
    }

    @Test
    void the_table_is_read_previewed_changed_and_brought_back() {
        var ticket = ticket();
        worker.post(ticket + "/screening", answers("blocking", "stopped", "oneCustomer", "unusable", "none"));
        var read = worker.get(TABLE);
        assertThat(read.json().at("/thresholds/P1").asInt()).isEqualTo(80);
        assertThat(read.json().at("/points/severity/dataAtRisk").asInt()).isEqualTo(30);
        var other = read.response().body().replace("\"P1\":80", "\"P1\":70");

        var preview = worker.post(TABLE + "/preview", other);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.json().path("up").asInt()).isPositive();
        assertThat(preview.json().path("moves").toString()).contains(ticket.substring(ticket.lastIndexOf('/') + 1));

        assertThat(worker.put(TABLE, other).status())
                .as("who may work may not change the table")
                .isEqualTo(403);
        assertThat(admin.put(TABLE, other, "If-Match", "\"0\"").status()).isEqualTo(412);
        var changed = admin.put(TABLE, other, "If-Match", read.header("ETag"));
        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(changed.json().path("version").asLong())
                .isEqualTo(read.json().path("version").asLong() + 1);

        var back = admin.post(TABLE + "/versions/" + read.json().path("version").asLong() + "/restoration", "");
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().at("/thresholds/P1").asInt()).isEqualTo(80);
        assertThat(back.json().path("restores").asLong())
                .isEqualTo(read.json().path("version").asLong());
        assertThat(worker.get(TABLE + "/versions?limit=2").json().path("items").size())
                .isEqualTo(2);
    }

    @Test
    void a_table_that_breaks_a_promise_is_refused_in_words() {
        var read = worker.get(TABLE).response().body();
        var refused = admin.put(TABLE, read.replace("\"blocking\":22", "\"blocking\":5"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("points-fall");
        assertThat(refused.json().path("field").asString()).isEqualTo("points.severity");
        assertThat(admin.put(TABLE, read.replaceFirst("\"rules\":\\[.*?\\}\\]", "\"rules\":[]"))
                        .problem())
                .isEqualTo("data-at-risk-below-p1");
    }
}
