package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.runtime.database.Connections;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.work.Drafts;

/** A real PostgreSQL that has no room, and what is too large: Ada is told what to do and loses nothing she typed. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test",
            "pronto.mail.size=1MB"
        })
@ExtendWith(OutputCaptureExtension.class)
class NothingCanBeKeptTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Connections connections;

    @Autowired
    private Drafts drafts;

    private Cast cast;
    private Browser browser;
    private Connection beside;

    @BeforeEach
    void adaIsThere() throws SQLException {
        cast = new Cast(context);
        browser = cast.browserOf(cast.hired("Ada Conti", Role.ADMINISTRATOR));
        beside = connections.open("test");
    }

    @AfterEach
    void roomAgain() throws SQLException {
        beside.close();
    }

    @Test
    void an_answer_on_a_full_disk_is_kept_as_a_draft_and_leaves_once_there_is_room() throws SQLException {
        var ticket = reported(Mail.from(MARTA));
        drafts.save(ticket.id(), giulia.id(), Message.Kind.MESSAGE, "<p>Ecco.</p>");
        var giulias = cast.browserOf(giulia);
        var form = Map.of("kind", "message", "html", "<p>Ecco.</p>", "to", MARTA);
        full("tickets.message");

        var refused = giulias.post(
                "/tickets/" + ticket.code() + "/messages", form, "HX-Request", "true", "Idempotency-Key", "full");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("class=\"refusal\"", "What you wrote is still here: try again");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE)).isPresent();

        roomAgain("tickets.message");
        var taken = giulias.post(
                "/tickets/" + ticket.code() + "/messages", form, "HX-Request", "true", "Idempotency-Key", "full");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(texts(ticket)).containsOnlyOnce("Ecco.");
    }

    @Test
    void a_form_of_a_browser_without_scripts_comes_back_whole_to_be_sent_again() throws SQLException {
        full("staff.team");

        var refused =
                browser.post("/settings/teams", Map.of("name", "L’équipe \"Mail\" <1>", "_csrf", "" + browser.mark()));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .contains("action=\"/settings/teams\"", "value=\"L’équipe &#34;Mail&#34; &lt;1>\"", "Try again");
        roomAgain("staff.team");
        assertThat(browser.post("/settings/teams", Map.of("name", "L’équipe \"Mail\" <1>"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_file_that_no_mail_could_carry_is_refused_in_a_sentence_and_the_draft_stays(CapturedOutput log) {
        var ticket = reported(Mail.from(MARTA));
        drafts.save(ticket.id(), giulia.id(), Message.Kind.MESSAGE, "<p>In allegato.</p>");

        var refused = lays(cast.browserOf(giulia), "/tickets/" + ticket.code() + "/draft/message/files", 6 << 20);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("class=\"refusal\"", "at most 1 MB");
        assertThat(drafts.find(ticket.id(), giulia.id(), Message.Kind.MESSAGE))
                .hasValueSatisfying(draft -> assertThat(draft.html()).isEqualTo("<p>In allegato.</p>"));
        var page = lays(browser, "/customers/import", 6 << 20);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("at most 1 MB");
        assertThat(log.getAll()).doesNotContain("SizeLimitExceeded", "SizeException", "MaxUploadSize");
    }

    @Test
    void a_program_that_sends_more_than_the_largest_file_needs_is_told_the_limit() {
        var program = cast.program(Scope.ADMIN);
        var most = "{\"subject\":\"Big\",\"body\":\"" + "x".repeat(4 << 20) + "\"}";

        var announced = program.post("/api/v1/tickets", most);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.problem()).isEqualTo("too-large");
        assertThat(announced.response().body()).contains("at most 3 MB");

        var keyed = program.post("/api/v1/tickets", most, "Idempotency-Key", "big");
        assertThat(keyed.status()).isEqualTo(413);
    }

    private HttpResponse<String> lays(Browser who, String path, int size) {
        var part = path.contains("import") ? new String[0] : new String[] {"HX-Request", "true"};
        var body = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + "x".repeat(size) + "\r\n--xx--\r\n";
        return who.send(who.marked(path, part)
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What PostgreSQL itself says when its disk is full. */
    private void full(String table) throws SQLException {
        execute("create or replace function full_disk() returns trigger language plpgsql as"
                + " $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100';"
                + " end $$");
        execute("create trigger full_disk before insert on " + table + " execute function full_disk()");
    }

    private void roomAgain(String table) throws SQLException {
        execute("drop trigger full_disk on " + table);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = beside.createStatement()) {
            statement.execute(sql);
        }
    }
}
