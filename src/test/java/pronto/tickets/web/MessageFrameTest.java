package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing")
class MessageFrameTest extends AtTheDesk {

    private static final String HOSTILE = "<p onclick=\"steal()\">Hello</p><script>steal()</script>"
            + "<img src=\"https://tracker.test/p.gif\"><a href=\"javascript:steal()\">go</a>"
            + "<a href=\"https://acme.test/\">site</a><form action=\"https://evil.test\"><input></form>";

    @Autowired
    private WebServerApplicationContext context;

    @Test
    void a_hostile_mail_runs_nothing_and_fetches_nothing_until_somebody_asks() {
        var ticket = reported(Mail.from(MARTA).html(HOSTILE));
        var message = conversation.of(ticket.id(), null, 1).getFirst();
        var browser = new Cast(context).browserOf(giulia);
        var path = "/tickets/" + ticket.code() + "/messages/" + message.id() + "/html";

        var shown = browser.get(path);
        assertThat(shown.body()).contains("Hello", "noopener").doesNotContain("script", "onclick", "<form", "<input");
        assertThat(shown.body()).doesNotContain(" src=\"https://tracker.test");
        var policy = shown.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "sandbox ", "form-action 'none'")
                .doesNotContain("allow-scripts", "https:");
        assertThat(shown.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(shown.headers().firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");

        assertThat(browser.get(path + "?images=1").body()).contains(" src=\"https://tracker.test/p.gif\"");
    }

    @Test
    void what_a_plain_mail_quotes_is_one_click_away() {
        var quoting =
                "It happens again.\r\n\r\nOn Mon, 2 Mar 2026 at 08:00, Tom Ellis wrote:\r\n> The till is stuck.\r\n";
        var ticket = reported(Mail.from(MARTA).saying(quoting));
        var plain = reported(Mail.from(MARTA).saying("Nothing is quoted here."));
        var browser = new Cast(context).browserOf(giulia);

        assertThat(browser.get("/tickets/" + ticket.code()).body())
                .contains("msg__whole")
                .contains("The till is stuck.");
        assertThat(browser.get("/tickets/" + plain.code()).body()).doesNotContain("msg__whole");
    }

    @Test
    void a_message_is_shown_only_on_its_own_ticket() {
        var one = reported(Mail.from(MARTA).html("<p>one</p>"));
        var other = reported(Mail.from(MARTA).html("<p>other</p>"));
        var message = conversation.of(one.id(), null, 1).getFirst();

        var answer = new Cast(context)
                .browserOf(giulia)
                .get("/tickets/" + other.code() + "/messages/" + message.id() + "/html");

        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
