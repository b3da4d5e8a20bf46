package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.work.Lanes;
import pronto.timeline.Entry;
import pronto.timeline.Subject;

/** A technician looks through the mail of no ticket: reads it, puts it away, brings it back. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing")
class UnfiledScreensTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Autowired
    private Lanes lanes;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Cast(context).browserOf(giulia);
    }

    @Test
    void a_mail_of_no_ticket_is_read_on_the_screen_in_a_frame_that_runs_nothing() {
        var mail = arrives(robot("Night report")
                .html("<table><tr><td>All copies made<script>alert(1)</script></td></tr></table>"));

        assertThat(browser.get("/unfiled").body()).contains("/unfiled/" + mail, "Night report");
        assertThat(browser.get("/unfiled/" + mail).body())
                .contains("Night report", "robot@far.test", "data-frame=\"/unfiled/" + mail + "/html\"");
        var framed = browser.get("/unfiled/" + mail + "/html");
        assertThat(framed.body()).contains("All copies made").doesNotContain("alert(1)");
        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "default-src 'none'");
    }

    @Test
    void what_was_put_away_waits_no_longer_and_can_be_brought_back() {
        var mail = arrives(robot("Out of office"));
        var waiting = waiting(mail);
        assertThat(waiting).isTrue();

        var away = browser.post("/unfiled/" + mail + "/away", Map.of("because", "NOT_FOR_US"));

        assertThat(away.headers().firstValue("Pronto-Back").orElseThrow()).startsWith("DELETE /unfiled/" + mail);
        assertThat(waiting(mail)).isFalse();
        assertThat(browser.get("/unfiled?away=true").body()).contains("Out of office", "Giulia Riva", "not for us");
        browser.send(browser.marked("/unfiled/" + mail + "/away").DELETE());
        assertThat(waiting(mail)).isTrue();
        assertThat(timeline.of(new Subject("unfiled", mail), null, 10))
                .extracting(Entry::kind)
                .containsExactly("tickets.mailBroughtBack", "tickets.mailPutAway");
    }

    @Test
    void the_navigation_counts_only_what_nobody_has_seen_to() {
        var mail = arrives(robot("Counted"));
        var before = lanes.counts(giulia.id(), giulia.teams()).unfiled();

        browser.post("/unfiled/" + mail + "/away", Map.of());

        assertThat(lanes.counts(giulia.id(), giulia.teams()).unfiled()).isEqualTo(before - 1);
    }

    private boolean waiting(long mail) {
        return lanes.waiting(200).stream().anyMatch(one -> one.incoming() == mail);
    }

    private static Mail robot(String subject) {
        return Mail.from("robot@far.test")
                .header("Auto-Submitted: auto-generated")
                .about(subject);
    }
}
