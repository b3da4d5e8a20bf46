package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.runtime.database.Connections;
import pronto.staff.Role;
import pronto.staff.Scope;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** A real PostgreSQL that lets nobody in; alone, for what it leaves of the pool concerns everybody. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class NobodyIsLetInTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Connections connections;

    @Test
    void without_a_database_every_screen_says_what_to_do_until_it_is_back() throws SQLException {
        var cast = new Cast(context);
        var browser = cast.browserOf(cast.hired("Ada Conti", Role.ADMINISTRATOR));
        var ticket = reported(Mail.from(MARTA));
        var program = cast.program(Scope.ADMIN);
        letsNobodyIn(true);
        try {
            var page = browser.get("/tickets/" + ticket.code());
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Try again in a moment").doesNotContain("Exception");

            var part = browser.post(
                    "/tickets/" + ticket.code() + "/messages",
                    Map.of("kind", "note", "html", "<p>Qui.</p>"),
                    "HX-Request",
                    "true");
            assertThat(part.statusCode()).isEqualTo(503);
            assertThat(part.body()).contains("class=\"refusal\"", "What you wrote is still here");

            var form = browser.post("/settings/teams", Map.of("name", "Notturna"));
            assertThat(form.statusCode()).isEqualTo(503);
            assertThat(form.body()).contains("name=\"name\" value=\"Notturna\"", "action=\"/settings/teams\"");

            var secret = browser.post("/settings/password", Map.of("oldPassword", "secret-one", "newPassword", "x"));
            assertThat(secret.statusCode()).isEqualTo(503);
            assertThat(secret.body()).doesNotContain("secret-one");

            assertThat(program.get("/api/v1/teams").status()).isEqualTo(503);
            assertThat(program.get("/api/v1/teams").problem()).isEqualTo("unavailable");
        } finally {
            letsNobodyIn(false);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> browser.get("/tickets/" + ticket.code()).statusCode() == 200);
    }

    private void letsNobodyIn(boolean nobody) throws SQLException {
        var name = connections.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        var elsewhere = connections.url().replaceFirst("/" + name + "(\\?|$)", "/postgres$1");
        try (var other = DriverManager.getConnection(elsewhere, connections.user(), connections.password());
                var statement = other.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + !nobody);
            if (nobody) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }
}
