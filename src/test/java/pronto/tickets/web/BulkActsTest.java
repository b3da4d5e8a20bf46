package pronto.tickets.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.customers.CustomerFields;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.staff.Role;
import pronto.staff.Technician;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.timeline.Actor;

/** Ada does one thing to several tickets at once, of which some cannot take it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class BulkActsTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    private Technician ada;
    private Browser browser;

    @BeforeEach
    void adaIsThere() {
        var cast = new Cast(context);
        ada = cast.hired("Ada Conti", Role.LEAD);
        browser = cast.browserOf(ada);
    }

    @Test
    void she_takes_what_is_free_and_is_told_what_somebody_else_has() {
        var free = report();
        var free2 = report();
        var taken = report();
        desk.pickUp(taken.id(), marco.id(), marco.actor());

        var said = does("pickup", free, taken, free2);

        assertThat(said).isEqualTo("Done for 2 tickets, refused for 1 other: " + taken.code());
        assertThat(now(free).technician()).isEqualTo(ada.id());
        assertThat(now(free2).technician()).isEqualTo(ada.id());
        assertThat(now(taken).technician()).isEqualTo(marco.id());
    }

    @Test
    void she_gives_back_what_somebody_has_and_is_told_what_is_nobodys() {
        var mine = report();
        var nobodys = report();
        desk.pickUp(mine.id(), ada.id(), ada.actor());

        var said = does("release", nobodys, mine);

        assertThat(said).isEqualTo("Done for 1 ticket, refused for 1 other: " + nobodys.code());
        assertThat(now(mine).state()).isEqualTo(TicketState.WAITING);
        assertThat(facts(now(mine))).endsWith("released");
        assertThat(facts(now(nobodys))).doesNotContain("released");
    }

    @Test
    void she_resolves_what_is_open_without_a_word_to_anybody_and_is_told_what_was_over() {
        var open = report();
        var over = report();
        screened(open);
        screened(over);
        desk.resolve(over.id(), new Resolution.Answer("", null), marco.actor());
        var before = sentTo(MARTA).size();

        var said = does("resolve", over, open);

        assertThat(said).isEqualTo("Done for 1 ticket, refused for 1 other: " + over.code());
        assertThat(now(open).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(now(over).resolution()).isEqualTo(new Resolution.Answer("", null));
        assertThat(sentTo(MARTA)).hasSize(before);
    }

    @Test
    void she_hands_several_to_a_colleague_and_says_how_others_were_resolved() {
        var one = report();
        var other = report();

        assertThat(browser.get("/queue/dialogs/assign").body()).contains("Marco Bassi");
        post("act=assign&technician=" + marco.id() + "&ticket=" + one.code() + "&ticket=" + other.code());
        assertThat(now(one).technician()).isEqualTo(marco.id());
        assertThat(now(other).technician()).isEqualTo(marco.id());

        assertThat(browser.get("/queue/dialogs/resolve").body())
                .contains("answer")
                .doesNotContain("workaround");
        screened(one);
        post("act=resolve&kind=other&ticket=" + one.code() + "&ticket=" + other.code());
        assertThat(now(other).state().open())
                .as("what nobody has screened is not resolved")
                .isTrue();
        assertThat(now(one).resolution()).isInstanceOf(Resolution.Other.class);
    }

    @Test
    void she_lays_spam_aside_and_takes_it_back() {
        var one = report();
        var other = report();

        assertThat(does("spam", one, other)).isEqualTo("Done for 2 tickets");
        assertThat(now(one).spam()).isTrue();
        assertThat(now(other).spam()).isTrue();

        assertThat(does("unspam", one, other)).isEqualTo("Done for 2 tickets");
        assertThat(now(one).spam()).isFalse();
        assertThat(now(other).spam()).isFalse();
    }

    @Test
    void she_ties_what_unknown_senders_wrote_to_one_customer_and_takes_it_back() {
        var first = reported(Mail.from("pia@posta.test"));
        var again = reported(Mail.from("pia@posta.test"));
        var other = reported(Mail.from("ugo@posta.test"));
        var known = reported(Mail.from("wilma@posta.test"));
        var nord = book.add("NORD", CustomerFields.named("Nordwind"), Actor.PRONTO);
        desk.tie(known.id(), nord.id(), null, giulia.actor());

        assertThat(browser.get("/queue/dialogs/tie").body()).contains("/queue/customers");
        assertThat(browser.get("/queue/customers?q=acm").body()).contains("Acme S.r.l.");
        var answer = post("act=tie&view=unknown&customer=ACME" + selected(first, again, other, known));

        assertThat(said(answer)).isEqualTo("Done for 3 tickets, refused for 1 other: " + known.code());
        assertThat(List.of(first, again, other))
                .allSatisfy(ticket -> assertThat(now(ticket).customer()).isEqualTo(acme.id()));
        assertThat(now(known).customer()).isEqualTo(nord.id());
        assertThat(reported(Mail.from("ugo@posta.test")).customer()).isEqualTo(acme.id());

        var back = answer.headers().firstValue("Pronto-Back").orElseThrow().split(" ");
        assertThat(back[0]).isEqualTo("POST");
        assertThat(back[1]).doesNotContain(known.code());
        post(back[1].substring(back[1].indexOf('?') + 1));

        assertThat(List.of(first, again, other))
                .allSatisfy(ticket -> assertThat(now(ticket).unknown()).isTrue());
        assertThat(reported(Mail.from("ugo@posta.test")).unknown()).isTrue();
        assertThat(now(known).customer()).isEqualTo(nord.id());
    }

    @Test
    void a_contact_whose_ticket_was_nobodys_stays_a_contact_when_the_tie_is_taken_back() {
        var ticket = reported(Mail.from(MARTA));
        desk.untieHere(ticket.id(), giulia.actor());

        var answer = post("act=tie&view=unknown&customer=ACME" + selected(ticket));

        assertThat(said(answer)).isEqualTo("1 ticket is now Acme S.r.l.’s.");
        assertThat(now(ticket).contact()).isNotNull();
        var back = answer.headers().firstValue("Pronto-Back").orElseThrow();
        post(back.substring(back.indexOf('?') + 1));
        assertThat(now(ticket).unknown()).isTrue();
        assertThat(customers.contactByAddress(MARTA)).isPresent();
    }

    @Test
    void nothing_is_tied_to_a_customer_whom_nobody_knows() {
        var ticket = reported(Mail.from("quinto@posta.test"));

        assertThat(post("act=tie&view=unknown&customer=NOBODY" + selected(ticket))
                        .statusCode())
                .isEqualTo(422);
        assertThat(now(ticket).unknown()).isTrue();
    }

    @Test
    void what_she_does_goes_through_though_a_ticket_is_unknown_or_named_twice() {
        var ticket = report();

        var said = said(post("act=pickup&ticket=T-0&ticket=" + ticket.code() + "&ticket=" + ticket.code()));

        assertThat(said).isEqualTo("Done for 1 ticket, refused for 1 other: T-0");
        assertThat(facts(now(ticket))).containsOnlyOnce("pickedUp");
    }

    @Test
    void an_act_that_does_not_exist_does_nothing() {
        var ticket = report();

        assertThat(does("burn", ticket)).isEqualTo("Done for 0 tickets, refused for 1 other: " + ticket.code());
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    private Ticket report() {
        return reported(Mail.from(MARTA));
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private String does(String act, Ticket... selected) {
        return said(post("view=all&act=" + act + selected(selected)));
    }

    private static String selected(Ticket... selected) {
        return Arrays.stream(selected).map(ticket -> "&ticket=" + ticket.code()).collect(Collectors.joining());
    }

    private HttpResponse<String> post(String form) {
        return browser.send(browser.marked("/queue/bulk")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return URLDecoder.decode(answer.headers().firstValue("Pronto-Said").orElseThrow(), UTF_8);
    }
}
