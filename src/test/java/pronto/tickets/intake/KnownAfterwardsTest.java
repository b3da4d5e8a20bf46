package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.customers.CustomerBook;
import pronto.customers.CustomerFields;
import pronto.customers.Recognition;
import pronto.people.Cast;
import pronto.staff.Scope;
import pronto.tickets.Arrival;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Channel;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.timeline.Actor;
import pronto.timeline.Subject;

/** The order of a first day: the mails are there, and only then is it written down whose domain they come from. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pronto.mail.addresses=support@pronto.test,billing@pronto.test=Billing",
            "pronto.mail.authserv=mx.pronto.test"
        })
class KnownAfterwardsTest extends AtTheDesk {

    @Autowired
    private WebServerApplicationContext context;

    @Test
    void mails_of_a_domain_that_is_imported_afterwards_are_the_customers_all_of_them() {
        var waiting = IntStream.rangeClosed(1, 25)
                .mapToObj(turn -> accepted(Mail.from("Una", "u" + turn + "@harbour.test")))
                .toList()
                .stream()
                .map(this::filedTicket)
                .toList();
        assertThat(waiting).extracting(Ticket::customer).containsOnlyNulls();

        var imported = new Cast(context).program(Scope.ADMIN).post("/api/v1/customers/import", """
                        code,name,plan,language,timeZone,domains,emails,phones
                        C-HARBOUR,Blue Harbour,,,,harbour.test,u7@harbour.test,
                        """);

        assertThat(imported.json().path("added").asInt()).isEqualTo(1);
        var harbour = customers.byCode("C-HARBOUR").orElseThrow();
        waiting.forEach(this::awaitKnown);
        assertThat(waiting).allSatisfy(ticket -> {
            assertThat(now(ticket).customer()).isEqualTo(harbour.id());
            assertThat(facts(ticket)).containsOnlyOnce("recognised");
        });
        assertThat(waiting.stream().map(this::now).map(one -> one.recognised().how()))
                .filteredOn(how -> how == Recognition.How.ADDRESS)
                .as("one of them is a contact by now, the others are only of the domain")
                .hasSize(1);
        assertThat(timeline.of(new Subject("ticket", waiting.getFirst().id()), null, 100))
                .filteredOn(entry -> entry.kind().equals("tickets.recognised"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(Actor.PRONTO);
                    assertThat(entry.data()).containsEntry("how", "domain").containsEntry("customerCode", "C-HARBOUR");
                });
    }

    @Test
    void a_domain_alone_lets_nobody_in_and_proves_nobody() {
        var ticket = reported(
                Mail.from("Vera", "vera@quay.test").dmarc("fail").copying("max@quay.test", "eve@elsewhere.test"));
        var before = conversation.participants(ticket.id());

        getsDomain("C-QUAY", "quay.test");
        awaitKnown(ticket);

        assertThat(now(ticket).contact()).isNull();
        assertThat(now(ticket).recognised().trust()).isEqualTo(Trust.FAILED);
        assertThat(conversation.participants(ticket.id())).isEqualTo(before);
        assertThat(customers.contactByAddress("vera@quay.test")).isEmpty();
        assertThat(sentTo("max@quay.test")).isEmpty();
    }

    @Test
    void a_mail_that_waits_is_taken_for_what_a_new_one_would_be() {
        var waiting = reported(Mail.from("Wim", "wim@dock.test"));
        getsDomain("C-DOCK", "dock.test");
        awaitKnown(waiting);

        var fresh = reported(Mail.from("Wim", "wim@dock.test"));

        assertThat(now(waiting).recognised()).isEqualTo(fresh.recognised());
        assertThat(now(waiting).customer()).isEqualTo(fresh.customer());
        assertThat(now(waiting).contact()).isEqualTo(fresh.contact());
    }

    @Test
    void what_somebody_untied_or_ended_stays_as_they_left_it() {
        var untied = reported(Mail.from("Xenia", "xenia@wharf.test"));
        desk.tieHere(untied.id(), acme.id(), null, giulia.actor());
        desk.untieHere(untied.id(), giulia.actor());
        var spam = reported(Mail.from("Ygor", "ygor@wharf.test"));
        desk.markAsSpam(spam.id(), giulia.actor());
        var closed = reported(Mail.from("Yul", "yul@wharf.test"));
        screened(closed);
        desk.resolve(closed.id(), Resolution.of(Resolution.Kind.OTHER, "", null), giulia.actor());
        desk.close(closed.id(), giulia.actor());
        var acmes = reported(Mail.from("Zeno", "zeno@wharf.test"));
        desk.tieHere(acmes.id(), acme.id(), null, giulia.actor());
        var other = reported(Mail.from("Zoe", "zoe@wharf.test"));

        getsDomain("C-WHARF", "wharf.test");
        awaitKnown(other);

        assertThat(List.of(untied, spam, closed))
                .allSatisfy(ticket -> assertThat(now(ticket).customer()).isNull());
        assertThat(now(acmes).customer()).isEqualTo(acme.id());
    }

    @Test
    void what_lies_with_another_customers_messages_stays_nobodys() {
        var acmes = reported(Mail.from("Marta Rossi", MARTA));
        var strangers = reported(Mail.from("Ada", "ada@basin.test").saying("One."));
        var again = desk.append(
                strangers.id(),
                Arrival.typed(
                        Channel.API,
                        new Mailbox(null, "ada@basin.test"),
                        "Two",
                        "Two.",
                        List.of(),
                        Trust.VERIFIED,
                        time.instant()),
                Actor.PRONTO);
        var moved = conversation.of(again.id(), null, 10).getLast();
        desk.move(strangers.id(), moved.id(), acmes.id(), giulia.actor());
        var other = reported(Mail.from("Bo", "bo@basin.test"));

        getsDomain("C-BASIN", "basin.test");
        awaitKnown(other);

        assertThat(now(strangers).customer()).isNull();
    }

    @Test
    void more_of_them_than_are_taken_at_once_are_all_taken() {
        db.sql("""
                insert into tickets.ticket (number, code, subject, channel, report_key, opened_at, reporter_email,
                       recognition_how, recognition_trust, language, team_id, last_message_at, updated_at)
                select 20000000 + n, 'K' || n, 'Ticket ' || n, 'email', 'pier:' || n, clock_timestamp(),
                       'p' || n || '@pier.test', 'none', 'unverified', 'it', :team, clock_timestamp(), clock_timestamp()
                  from generate_series(1, 650) n
                """).param("team", staff.teamNamed("Support").id()).update();

        getsDomain("C-PIER", "pier.test");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("""
                        select count(*) from tickets.ticket
                         where report_key like 'pier:%' and recognition_how = 'domain' and customer_id is not null
                        """).query(Integer.class).single() == 650);
    }

    private void getsDomain(String code, String domain) {
        var fields = CustomerFields.named("Customer " + code);
        book.put(code, fields, CustomerBook.ANY, Actor.PRONTO);
        book.put(code, fields.withDomains(domain), CustomerBook.ANY, Actor.PRONTO);
    }

    private Ticket filedTicket(long incoming) {
        awaitFiled(incoming);
        return ticketOf(incoming);
    }

    private Ticket now(Ticket ticket) {
        return tickets.ticket(ticket.id());
    }

    private void awaitKnown(Ticket ticket) {
        await().atMost(Duration.ofSeconds(60)).until(() -> now(ticket).customer() != null);
    }
}
