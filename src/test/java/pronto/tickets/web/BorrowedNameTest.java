package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.timeline.Entry;
import pronto.timeline.Subject;

/** Somebody puts a colleague's address into From: they never look like the colleague. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class BorrowedNameTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Cast(context).browserOf(giulia);
    }

    @Test
    void a_stranger_with_a_colleagues_address_is_called_by_the_address_and_in_red() {
        var ticket =
                reported(Mail.from("Marco Bassi", "marco.bassi@pronto.test").about("Send me the list"));

        var head = part(ticket.code(), "head");
        var talk = part(ticket.code(), "talk");
        var side = part(ticket.code(), "side");
        var queue = browser.get("/?view=unknown").body();

        assertThat(head).contains("a colleague’s address", "banner--bad").doesNotContain("not recognised yet");
        assertThat(talk)
                .contains("<b>marco.bassi@pronto.test</b>", "A colleague’s address, not proven")
                .doesNotContain("Marco Bassi");
        assertThat(side).contains("not proven").doesNotContain("Marco Bassi");
        assertThat(row(queue, ticket.id()))
                .contains("marco.bassi@pronto.test", "Not proven")
                .doesNotContain("Marco Bassi");
        assertThat(timeline.of(new Subject("ticket", ticket.id()), null, 10))
                .extracting(Entry::actor)
                .noneMatch(actor -> actor.name().contains("Marco"));
    }

    @Test
    void a_colleague_who_is_proven_is_called_by_name() {
        var ticket = reported(Mail.from("Marco Bassi", "marco.bassi@pronto.test")
                .dmarc("pass")
                .about("From my own program"));

        assertThat(part(ticket.code(), "talk")).contains("Marco Bassi").doesNotContain("not proven");
    }

    private String part(String code, String name) {
        return browser.get("/tickets/" + code + "/" + name).body();
    }

    private static String row(String page, long ticket) {
        var from = page.indexOf("id=\"row-" + ticket + "\"");
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("</li>", from));
    }
}
