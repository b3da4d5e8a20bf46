package pronto.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pronto.people.Started;

/** Somebody who wants to see Pronto before using it. */
class DemoTest {

    @Test
    void a_newcomer_signs_in_to_a_desk_that_lives_and_every_ticket_in_it_came_as_a_mail_or_from_a_technician()
            throws IOException, SQLException {
        var home = Started.emptyHome();
        try (var demo = Started.demoOn(home)) {
            var newcomer = demo.visitor();
            newcomer.readMark(newcomer.get("/sign-in").body());
            var password = demo.after("password  ");
            var in = newcomer.post(
                    "/sign-in", Map.of("email", "marta@velia.example", "password", password, "next", "/"));

            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(newcomer.get("/").body()).contains("/tickets/T-").contains("Marta Grassi");
            assertThat(newcomer.get("/outbox").statusCode()).isEqualTo(200);
            assertThat(count(home, "select count(*) from tickets.ticket")).isGreaterThan(10);
            assertThat(count(home, "select count(*) from channels.delivery where state = 'sent'"))
                    .isGreaterThan(10);
            // Its mails came in by the door that everybody's mails come in by.
            assertThat(count(home, "select count(*) from channels.incoming where door = 'smtp' and state = 'filed'"))
                    .isGreaterThan(10);
            // The desk lives: one that just came in is read a moment later.
            await().until(() -> count(home, "select count(*) from channels.incoming where state = 'received'") == 0);
        }
        try (var again = Started.demoOn(home)) {
            assertThat(again.said()).contains("is ready at");
        }
    }

    private static long count(Path home, String question) throws IOException, SQLException {
        try (var database = Started.database(home);
                var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
