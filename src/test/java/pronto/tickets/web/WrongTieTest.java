package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.customers.Contact;
import pronto.customers.Customer;
import pronto.customers.CustomerFields;
import pronto.customers.Recognition;
import pronto.people.Browser;
import pronto.people.Cast;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;

/** Somebody tied a sender to the wrong customer: it is put right for what came and for what will come. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing")
class WrongTieTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    private Browser browser;
    private Customer alba;

    @BeforeEach
    void signIn() {
        browser = new Cast(context).browserOf(giulia);
        alba = customers
                .byCode("C-ALBA")
                .orElseGet(() -> book.add("C-ALBA", CustomerFields.named("Gelateria Alba"), Actor.PRONTO));
    }

    @Test
    void a_technician_who_tied_the_wrong_customer_takes_it_back() {
        var ticket = reported(Mail.from("Ugo", "ugo@first.test"));
        var other = reported(Mail.from("Ugo", "ugo@first.test"));

        var back = undo(ties(ticket, "C-ALBA", ""));
        assertThat(now(other).customer()).isEqualTo(alba.id());
        does(back);

        assertThat(now(ticket).customer()).isNull();
        assertThat(now(other).customer()).isNull();
        assertThat(customers.contactByAddress("ugo@first.test")).isEmpty();
        assertThat(reported(Mail.from("ugo@first.test")).customer()).isNull();
        assertThat(facts(ticket)).endsWith("tied", "untied");
    }

    @Test
    void another_customer_gets_the_ticket_its_others_and_the_next_mail() {
        var ticket = reported(Mail.from("Pia", "pia@second.test"));
        ties(ticket, "ACME", "");
        var later = reported(Mail.from("pia@second.test"));
        assertThat(later.customer()).isEqualTo(acme.id());

        var back = undo(ties(later, "C-ALBA", ""));

        assertThat(now(ticket).customer()).isEqualTo(alba.id());
        assertThat(now(later).customer()).isEqualTo(alba.id());
        assertThat(owner("pia@second.test")).isEqualTo(alba.id());
        assertThat(reported(Mail.from("pia@second.test")).customer()).isEqualTo(alba.id());
        assertThat(facts(ticket)).endsWith("customerChanged");
        does(back);
        assertThat(now(ticket).customer()).isEqualTo(acme.id());
        assertThat(owner("pia@second.test")).isEqualTo(acme.id());
    }

    @Test
    void somebody_with_other_addresses_stays_and_gets_theirs_back() {
        var nino = customers.tie(acme.id(), "nino@third.test", "Nino Blu", Actor.PRONTO);
        nino = book.changeContact(
                nino.id(),
                pronto.customers.ContactFields.named("Nino Blu")
                        .withEmails(java.util.List.of("nino@third.test", "nino@private.test")),
                version -> {},
                Actor.PRONTO);
        var ticket = reported(Mail.from("nino@third.test"));

        var back = undo(ties(ticket, "C-ALBA", ""));
        assertThat(owner("nino@third.test")).isEqualTo(alba.id());
        assertThat(customers.contact(nino.id()).map(Contact::emails).orElseThrow())
                .containsExactly("nino@private.test");
        does(back);

        assertThat(customers.contact(nino.id()).map(Contact::emails).orElseThrow())
                .containsExactlyInAnyOrder("nino@private.test", "nino@third.test");
        assertThat(customers.contactsOf(alba.id(), 200))
                .noneMatch(one -> one.name().equals("Nino Blu"));
        assertThat(now(ticket).contact()).isEqualTo(nino.id());
    }

    @Test
    void a_consultant_writes_once_for_another_customer_and_stays_where_they_are() {
        customers.tie(acme.id(), "consultant@fourth.test", "Cora", Actor.PRONTO);
        var ticket = reported(Mail.from("consultant@fourth.test"));

        var back = undo(ties(ticket, "C-ALBA", "true"));

        assertThat(now(ticket).customer()).isEqualTo(alba.id());
        assertThat(owner("consultant@fourth.test")).isEqualTo(acme.id());
        assertThat(reported(Mail.from("consultant@fourth.test")).customer()).isEqualTo(acme.id());
        does(back);
        assertThat(now(ticket).customer()).isEqualTo(acme.id());
        assertThat(now(ticket).contact()).isNotNull();
    }

    @Test
    void somebody_of_no_customer_is_unknown_again_with_the_next_mail_too() {
        var ticket = reported(Mail.from("leo@fifth.test"));
        ties(ticket, "ACME", "");

        var back = undo(does("DELETE /tickets/" + ticket.code() + "/customer?here=false"));

        assertThat(now(ticket).recognised().how()).isEqualTo(Recognition.How.NONE);
        assertThat(reported(Mail.from("leo@fifth.test")).customer()).isNull();
        does(back);
        assertThat(now(ticket).customer()).isEqualTo(acme.id());
    }

    @Test
    void neither_customer_reads_the_other_ones_name_in_the_history() {
        var ticket = reported(Mail.from("zoe@sixth.test"));
        ties(ticket, "ACME", "");
        ties(ticket, "C-ALBA", "");

        assertThat(db.sql("""
                select count(*) from timeline.entry
                 where subject_kind = 'ticket' and subject_id = :id and kind = 'tickets.customerChanged'
                   and customer_id is not null
                """).param("id", ticket.id()).query(Integer.class).single())
                .isZero();
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private long owner(String address) {
        return customers.contactByAddress(address).orElseThrow().customer();
    }

    private HttpResponse<String> ties(Ticket ticket, String customer, String here) {
        return browser.post(
                "/tickets/" + ticket.code() + "/customer",
                here.isEmpty() ? Map.of("customer", customer) : Map.of("customer", customer, "here", here));
    }

    private static String undo(HttpResponse<String> said) {
        assertThat(said.statusCode()).isEqualTo(200);
        return said.headers().firstValue("Pronto-Back").orElseThrow();
    }

    private HttpResponse<String> does(String back) {
        var answer = browser.send(browser.marked(back.split(" ", 2)[1])
                .method(back.split(" ", 2)[0], HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
