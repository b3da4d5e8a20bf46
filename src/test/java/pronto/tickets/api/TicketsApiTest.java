package pronto.tickets.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.people.Program;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class TicketsApiTest extends AtTheDesk {

    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    private WebServerApplicationContext context;

    private Program program;
    private Program giulias;

    @BeforeEach
    void programs() {
        var cast = new Cast(context);
        program = cast.program(Scope.ADMIN);
        giulias = cast.programOf(giulia, Scope.WRITE);
    }

    private String opened(String subject) {
        var answer = program.post(TICKETS, """
                {"subject": "%s", "body": "Nothing works", "from": {"email": "%s"}}
                """.formatted(subject, MARTA));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("code").asString();
    }

    @Test
    void a_program_opens_a_ticket_and_reads_it() {
        var code = opened("From the shop");

        var ticket = program.get(TICKETS + "/" + code).json();

        assertThat(ticket.path("subject").asString()).isEqualTo("From the shop");
        assertThat(ticket.path("state").asString()).isEqualTo("waiting");
        assertThat(ticket.path("channel").asString()).isEqualTo("api");
        assertThat(ticket.path("priority").isNull()).isTrue();
        assertThat(ticket.path("customer").path("code").asString()).isEqualTo("ACME");
        assertThat(ticket.path("recognition").path("how").asString()).isEqualTo("address");
        assertThat(ticket.path("participants").get(0).path("email").asString()).isEqualTo(MARTA);
        assertThat(ticket.path("clocks").isArray()).isTrue();
    }

    @Test
    void the_queue_is_read_in_its_order_and_each_line_says_why() {
        var waiting = opened("Stands in the queue");
        var taken = opened("Stands with Giulia");
        giulias.post(TICKETS + "/" + taken + "/pickup", "{}");

        var free = giulias.get("/api/v1/queue?whose=free&team=Support&limit=200")
                .json()
                .path("items");
        var line = free.valueStream()
                .filter(one -> one.path("code").asString().equals(waiting))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("customer").asString()).isEqualTo("ACME");
        assertThat(line.path("promise").isNull()).isTrue();
        assertThat(line.path("why").asString()).startsWith("To be screened");
        assertThat(free.valueStream().map(one -> one.path("code").asString())).doesNotContain(taken);
        assertThat(giulias.get("/api/v1/queue?whose=mine&limit=200")
                        .json()
                        .path("items")
                        .valueStream())
                .extracting(one -> one.path("code").asString())
                .contains(taken)
                .doesNotContain(waiting);

        var first = program.get("/api/v1/queue?limit=1").json();
        assertThat(program.get("/api/v1/queue?limit=1&cursor="
                                + first.path("next").asString())
                        .json()
                        .path("items")
                        .get(0)
                        .path("code"))
                .isNotEqualTo(first.path("items").get(0).path("code"));
        assertThat(program.get("/api/v1/queue?whose=nobody").problem()).isEqualTo("not-a-choice");
        assertThat(program.get("/api/v1/queue?team=Nowhere").problem()).isEqualTo("team-unknown");
    }

    @Test
    void a_report_needs_its_fields_and_no_others() {
        assertThat(program.post(TICKETS, "{\"body\": \"x\", \"from\": {\"email\": \"a@b.test\"}}")
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("subject");
        assertThat(program.post(TICKETS, "{\"subject\": \"x\", \"body\": \"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(program.post(TICKETS, "{\"subject\": \"x\", \"owner\": 1}").problem())
                .isEqualTo("unknown-field");
        assertThat(program.post(
                                TICKETS,
                                "{\"subject\": \"x\", \"body\": \"x\", \"from\": {\"email\": \"support@pronto.test\"}}")
                        .problem())
                .isEqualTo("recipient-is-ours");
    }

    @Test
    void a_ticket_goes_its_way_from_pickup_to_closing_and_back() {
        var path = TICKETS + "/" + opened("The whole way");

        assertThat(giulias.post(path + "/pickup", "{}")
                        .json()
                        .path("technician")
                        .path("name")
                        .asString())
                .isEqualTo("Giulia Riva");
        assertThat(giulias.post(path + "/waiting", "{}").json().path("state").asString())
                .isEqualTo("waitingForCustomer");
        var unseen = giulias.post(path + "/resolution", "{\"kind\": \"answer\", \"text\": \"Done.\"}");
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.problem()).isEqualTo("not-screened");
        giulias.post(path + "/screening", """
                {"severity": "minor", "coreImpact": "none", "reach": "onePerson", "degradation": "none",
                 "workaround": "acceptable"}""");
        var resolved = giulias.post(path + "/resolution", "{\"kind\": \"serviceProvided\", \"text\": \"Done.\"}");
        assertThat(resolved.status()).isEqualTo(201);
        assertThat(resolved.json().path("resolution").path("kind").asString()).isEqualTo("serviceProvided");
        assertThat(giulias.post(path + "/closure", "{}").json().path("state").asString())
                .isEqualTo("closed");
        assertThat(giulias.post(path + "/closure", "{}").problem()).isEqualTo("ticket-closed");
        assertThat(giulias.post(path + "/reopening", "{}").json().path("state").asString())
                .isEqualTo("inWork");
        assertThat(giulias.post(path + "/release", "{}").json().path("state").asString())
                .isEqualTo("waiting");
        assertThat(program.get(path + "/timeline").json().path("items").size()).isGreaterThan(6);
    }

    @Test
    void a_token_that_is_nobody_must_name_the_technician() {
        var path = TICKETS + "/" + opened("Whose");

        assertThat(program.post(path + "/pickup", "{}").status()).isEqualTo(422);
        assertThat(program.post(path + "/pickup", "{\"technician\": \"marco.bassi@pronto.test\"}")
                        .status())
                .isEqualTo(201);
        var lost = giulias.post(path + "/pickup", "{}");
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.problem()).isEqualTo("ticket-taken");
        assertThat(lost.json().path("winner").asString()).isEqualTo("Marco Bassi");
    }

    @Test
    void a_version_that_is_not_the_last_one_is_refused() {
        var path = TICKETS + "/" + opened("Versions");
        var tag = Objects.requireNonNull(program.get(path).header("ETag"));

        assertThat(giulias.post(path + "/pickup", "{}", "If-Match", tag).status())
                .isEqualTo(201);
        assertThat(giulias.post(path + "/release", "{}", "If-Match", tag).status())
                .isEqualTo(412);
    }

    @Test
    void an_answer_to_a_version_that_is_not_the_last_one_is_refused() {
        var path = TICKETS + "/" + opened("Answered meanwhile");
        var tag = Objects.requireNonNull(program.get(path).header("ETag"));
        var note = "{\"kind\": \"note\", \"text\": \"Seen\"}";

        assertThat(giulias.post(path + "/pickup", "{}", "If-Match", tag).status())
                .isEqualTo(201);
        assertThat(giulias.post(path + "/messages", note, "If-Match", tag).status())
                .isEqualTo(412);
        assertThat(giulias.post(path + "/messages", note).status()).isEqualTo(201);
    }

    @Test
    void all_tickets_of_an_address_are_found_page_by_page() {
        for (var report = 0; report < 3; report++) {
            program.post(TICKETS, "{\"subject\": \"x\", \"body\": \"x\", \"from\": {\"email\": \"often@paged.test\"}}");
        }
        var path = TICKETS + "?q=often@paged.test&limit=2";

        var first = program.get(path).json();
        var second =
                program.get(path + "&cursor=" + first.path("next").asString()).json();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void what_no_database_can_hold_is_the_fault_of_who_sent_it() {
        assertThat(program.get(TICKETS + "?team=%00").status()).isEqualTo(422);
        assertThat(program.get(TICKETS + "?q=%ff").status()).isEqualTo(400);
    }

    @Test
    void an_attachment_that_is_no_base_64_is_refused() {
        assertThat(withFile("null").problem()).isEqualTo("missing");
        assertThat(withFile("{\"name\": \"a.txt\", \"data\": \"!!! not base 64\"}")
                        .problem())
                .isEqualTo("not-base64");
        assertThat(withFile("{\"name\": \"a.txt\", \"data\": \"aGVs\\r\\nbG8=\"}")
                        .status())
                .isEqualTo(201);
    }

    private Program.Answer withFile(String file) {
        return program.post(
                TICKETS,
                "{\"subject\": \"x\", \"body\": \"x\", \"from\": {\"email\": \"%s\"}, \"attachments\": [%s]}"
                        .formatted(MARTA, file));
    }

    @Test
    void the_same_report_with_one_key_opens_one_ticket() {
        var body = "{\"subject\": \"Once\", \"body\": \"x\", \"from\": {\"email\": \"" + MARTA + "\"}}";

        var first = program.post(TICKETS, body, "Idempotency-Key", "once-1")
                .json()
                .path("code")
                .asString();
        var second = program.post(TICKETS, body, "Idempotency-Key", "once-1")
                .json()
                .path("code")
                .asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_answer_with_a_file_is_sent_and_the_file_comes_back_to_be_kept() {
        var path = TICKETS + "/" + opened("With a file");
        var said = giulias.post(path + "/messages", """
                {"kind": "message", "text": "See the page.", "then": "waitingForCustomer",
                 "attachments": [{"name": "page.html", "contentType": "text/html", "data": "PHNjcmlwdD4="}]}
                """);

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("state").asString()).isEqualTo("waitingForCustomer");
        assertThat(program.get(path).json()).isEqualTo(said.json());
        var message = program.get(String.valueOf(said.header("Location"))).json();
        assertThat(message.path("delivery").get(0).path("state").asString()).isEqualTo("queued");
        var file = program.get(message.path("attachments").get(0).path("url").asString());
        assertThat(file.response().body()).isEqualTo("<script>");
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_ticket_is_found_by_code_address_and_message_id() {
        var ticket = reported(Mail.from("finder@far.test").withId("<look.for.me@far.test>"));

        for (var q :
                new String[] {ticket.code(), "finder@far.test", "look.for.me@far.test", "%3Clook.for.me@far.test%3E"}) {
            assertThat(program.get(TICKETS + "?q=" + q)
                            .json()
                            .path("items")
                            .get(0)
                            .path("code")
                            .asString())
                    .as(q)
                    .isEqualTo(ticket.code());
        }
    }

    @Test
    void lists_come_in_pages_and_by_state() {
        opened("One");
        opened("Two");
        var first =
                program.get(TICKETS + "?limit=1&state=waiting&customer=acme").json();

        var second = program.get(TICKETS + "?limit=1&state=waiting&customer=acme&cursor="
                        + first.path("next").asString())
                .json();

        assertThat(first.path("items").get(0).path("subject").asString()).isEqualTo("Two");
        assertThat(second.path("items").get(0).path("subject").asString()).isEqualTo("One");
        var lost = program.get(TICKETS + "?state=lost");
        assertThat(lost.problem()).isEqualTo("not-a-choice");
        assertThat(lost.json().path("detail").asString()).contains("inWork", "waitingForCustomer");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(program.get(TICKETS + "/T-1F").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/unfiled/99/ticket").status()).isIn(404, 405);
        assertThat(program.post("/api/v1/unfiled/999999/ticket", "{}").status()).isEqualTo(404);
    }

    @Test
    void spam_is_marked_and_undone() {
        var path = TICKETS + "/" + opened("Buy now");

        assertThat(program.post(path + "/spam", "{}").json().path("spam").asBoolean())
                .isTrue();
        assertThat(program.delete(path + "/spam").json().path("spam").asBoolean())
                .isFalse();
    }

    @Test
    void participants_come_and_go_but_the_reporter_stays() {
        var path = TICKETS + "/" + opened("Together");

        assertThat(program.post(path + "/participants", "{\"email\": \"Luca@acme.test\"}")
                        .json()
                        .path("participants")
                        .size())
                .isEqualTo(2);
        assertThat(program.delete(path + "/participants/luca@acme.test")
                        .json()
                        .path("participants")
                        .size())
                .isEqualTo(1);
        assertThat(program.delete(path + "/participants/" + MARTA).problem()).isEqualTo("reporter-stays");
    }
}
