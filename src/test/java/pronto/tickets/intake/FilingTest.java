package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.channels.Trust;
import pronto.customers.Recognition;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Resolution;
import pronto.tickets.TicketState;
import pronto.tickets.work.Lanes;

class FilingTest extends AtTheDesk {

    @Autowired
    private Lanes lanes;

    @Autowired
    private UnfiledMail unfiled;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_known_contact_is_recognised_by_address_and_answered_in_their_language() {
        var ticket = reported(Mail.from("Marta Rossi", MARTA).dmarc("pass").about("Non parte niente"));

        assertThat(ticket.customer()).isEqualTo(acme.id());
        assertThat(ticket.recognised().how()).isEqualTo(Recognition.How.ADDRESS);
        assertThat(ticket.recognised().trust()).isEqualTo(Trust.VERIFIED);
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
        var receipt = sentTo(MARTA).getLast();
        assertThat(receipt.language()).isEqualTo("it");
        assertThat(receipt.automatic()).isTrue();
        assertThat(receipt.text()).contains(ticket.code(), "segnalazione a support@pronto.test (");
        assertThat(facts(ticket)).containsExactly("opened", "acknowledged");
    }

    @Test
    void a_domain_names_the_customer() {
        assertThat(reported(Mail.from("new@acme.test")).recognised().how()).isEqualTo(Recognition.How.DOMAIN);
    }

    @Test
    void a_receipt_quotes_nothing_of_an_unverified_sender() {
        reported(Mail.from("Buy pills at evil.test", "victim@far.test")
                .about("Cheap pills at evil.test")
                .saying("Click https://evil.test now"));

        var receipt = sentTo("victim@far.test").getLast();
        assertThat(receipt.subject() + receipt.text()).doesNotContain("pills", "evil", "Click");
    }

    @Test
    void a_thousand_forged_reports_make_us_write_to_their_victim_three_times_an_hour() {
        for (var number = 1; number <= 12; number++) {
            accepted(Mail.from("flooded@far.test").saying("It hurts again, " + "o".repeat(number)));
        }
        arrives(Mail.from("flooded@far.test").saying("It hurts no more."));
        await().until(() -> ticketsOf("flooded@far.test") == 13);

        assertThat(sentTo("flooded@far.test")).hasSize(3);
        shift.set(Duration.ofMinutes(61));
        arrives(Mail.from("flooded@far.test"));
        assertThat(sentTo("flooded@far.test")).hasSize(4);
    }

    private int ticketsOf(String reporter) {
        return db.sql("select count(*) from tickets.ticket where reporter_email = :reporter")
                .param("reporter", reporter)
                .query(Integer.class)
                .single();
    }

    @Test
    void a_mail_that_is_said_to_wait_once_more_opens_one_ticket() {
        var mail = arrives(Mail.from(MARTA));

        db.sql("update channels.incoming set state = 'received' where id = :id")
                .param("id", mail)
                .update();
        arrives(Mail.from("somebody@far.test"));
        await().until(() -> stateOf(mail).equals("filed"));

        assertThat(ticketsOfReport(mail)).isOne();
    }

    @Test
    void what_one_sender_wrote_is_filed_in_the_order_it_came() {
        for (var round = 0; round < 5; round++) {
            var sender = "hasty" + round + "@far.test";
            var first = "<first." + round + "@far.test>";
            accepted(Mail.from(sender).withId(first));
            var last = 0L;
            for (var more = 0; more < 5; more++) {
                accepted(Mail.from("other" + more + "@far.test"));
                last = accepted(Mail.from(sender).answering(first));
            }
            var answer = last;
            await().until(() -> stateOf(answer).equals("filed"));

            assertThat(ticketsOf(sender)).isOne();
            assertThat(ticketOf(answer).messageCount()).isEqualTo(6);
        }
    }

    @Test
    void who_holds_a_senders_mail_keeps_all_of_it_from_everybody_else() {
        var mine = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var unused = threads.submit(() -> transaction.executeWithoutResult(status -> {
                db.sql("select pg_advisory_xact_lock(hashtextextended('slow@far.test', 2525))")
                        .query()
                        .listOfRows();
                mine.countDown();
                waitFor(free);
            }));
            waitFor(mine);
            var second = accepted(Mail.from("slow@far.test"));
            arrives(Mail.from("quick@far.test"));

            assertThat(stateOf(second)).isEqualTo("received");
            free.countDown();
            await().until(() -> stateOf(second).equals("filed"));
        }
    }

    @Test
    void one_mail_that_cannot_be_filed_spoils_none_of_its_neighbours() {
        db.sql("""
                create function tickets.refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not this one'; end $$
                """).update();
        db.sql("""
                create trigger refuse before insert on tickets.ticket for each row
                when (new.reporter_email = 'poison@far.test') execute function tickets.refuse()
                """).update();
        try {
            var poisoned = accepted(Mail.from("poison@far.test"));
            for (var number = 0; number < 20; number++) {
                arrives(Mail.from("neighbour" + number + "@far.test"));
            }

            await().until(() -> stateOf(poisoned).equals("unfiled"));
            assertThat(lanes.unfiled(null, 50))
                    .filteredOn(one -> one.incoming() == poisoned)
                    .extracting(Lanes.Unfiled::reason)
                    .containsExactly("unreadable");
        } finally {
            db.sql("drop trigger refuse on tickets.ticket").update();
            db.sql("drop function tickets.refuse").update();
        }
    }

    @Test
    void a_mail_whose_row_makes_its_reader_fail_is_laid_aside_and_the_next_goes_through() {
        var damaged = damaged("odd@far.test", "evidence = '{\"trust\": \"nobodyKnows\"}'");
        arrives(Mail.from("next@far.test"));

        await().atMost(Duration.ofSeconds(60)).until(() -> stateOf(damaged).equals("unfiled"));
        assertThat(lanes.unfiled(null, 50))
                .filteredOn(one -> one.incoming() == damaged)
                .extracting(Lanes.Unfiled::reason)
                .containsExactly("unreadable");
    }

    @Test
    void a_recipient_of_whom_nothing_is_left_keeps_no_mail_from_its_ticket() {
        var damaged = damaged("nameless@far.test", "envelope_to = array[null, 'support@pronto.test']");

        await().atMost(Duration.ofSeconds(60)).until(() -> stateOf(damaged).equals("filed"));
        assertThat(ticketsOfReport(damaged)).isOne();
    }

    /** A mail of this sender whose row is changed before anybody files it. */
    private long damaged(String sender, String damage) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("select pg_advisory_xact_lock(hashtextextended(:sender, 2525))")
                    .param("sender", sender)
                    .query()
                    .listOfRows();
            var mail = accepted(Mail.from(sender));
            db.sql("update channels.incoming set " + damage + " where id = :id")
                    .param("id", mail)
                    .update();
            return mail;
        }));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String stateOf(long mail) {
        return db.sql("select state from channels.incoming where id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }

    private int ticketsOfReport(long mail) {
        return db.sql("select count(*) from tickets.ticket where report_key = :key")
                .param("key", "mail:" + mail)
                .query(Integer.class)
                .single();
    }

    @Test
    void the_support_address_names_the_team() {
        var ticket = reported(Mail.from(MARTA).to("billing@pronto.test"));

        assertThat(staff.team(ticket.team()).orElseThrow().name()).isEqualTo("Billing");
        assertThat(ticket.supportAddress()).isEqualTo("billing@pronto.test");
    }

    @Test
    void an_answer_by_reply_address_joins_its_ticket() {
        var ticket = reported(Mail.from(MARTA));
        answered(ticket);

        assertThat(reported(Mail.from(MARTA).to(sentTo(MARTA).getLast().replyTo()))
                        .id())
                .isEqualTo(ticket.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"In-Reply-To", "References"})
    void a_participants_answer_joins_by_either_header_alone(String header) {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);

        assertThat(reported(Mail.from(MARTA).header(header + ": " + answer.messageId()))
                        .id())
                .isEqualTo(ticket.id());
        assertThat(reported(Mail.from(MARTA).dmarc("fail").header(header + ": " + answer.messageId()))
                        .id())
                .as("whoever is proven false joins nothing")
                .isNotEqualTo(ticket.id());
    }

    @Test
    void what_cannot_be_read_lies_in_its_lane_and_the_next_goes_through() {
        var broken = arrives(Mail.from(MARTA)
                .about("Too much of it")
                .ofType("multipart/mixed; boundary=b")
                .saying("--b\n\nx\n".repeat(5_000)));

        assertThat(lanes.unfiled(null, 5)).first().satisfies(mail -> {
            assertThat(mail.incoming()).isEqualTo(broken);
            assertThat(mail.reason()).isEqualTo("unreadable");
            assertThat(mail.subject()).isEqualTo("Too much of it");
        });
        assertThat(reported(Mail.from(MARTA)).customer()).isEqualTo(acme.id());
    }

    @Test
    void the_customers_word_brings_a_ticket_back_to_who_has_it() {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);
        desk.waitForCustomer(ticket.id(), giulia.actor());

        var back = reported(Mail.from(MARTA).answering(answer.messageId()));

        assertThat(back.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(back.lastFromCustomer()).isTrue();
    }

    @Test
    void the_customers_word_brings_a_ticket_of_nobodys_back_to_the_queue() {
        var ticket = reported(Mail.from(MARTA));
        var answer = desk.reply(ticket.id(), saying("Which browser?"), giulia.actor());
        desk.waitForCustomer(ticket.id(), giulia.actor());

        assertThat(reported(Mail.from(MARTA).answering(answer.messageId())).state())
                .isEqualTo(TicketState.WAITING);
    }

    @Test
    void the_customer_reopens_what_was_resolved_or_closed() {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("Done.", null), giulia.actor());
        desk.close(ticket.id(), giulia.actor());
        shift.set(Duration.ofDays(29));

        var back = reported(Mail.from(MARTA).answering(answer.messageId()));

        assertThat(back.id()).isEqualTo(ticket.id());
        assertThat(back.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(back.closedAt()).isNull();
        assertThat(back.resolution()).isNull();
        assertThat(facts(back)).endsWith("messageReceived", "reopened");
    }

    @Test
    void thirty_days_after_closing_a_linked_new_ticket_opens() {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("Done.", null), giulia.actor());
        desk.close(ticket.id(), giulia.actor());
        shift.set(Duration.ofDays(31));

        var other = reported(Mail.from(MARTA).answering(answer.messageId()));

        assertThat(other.id()).isNotEqualTo(ticket.id());
        assertThat(other.continues()).isEqualTo(ticket.id());
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.CLOSED);
    }

    @Test
    void automatic_mail_of_no_ticket_is_laid_aside_and_never_answered() {
        var mail = arrives(Mail.from("robot@far.test").header("Auto-Submitted: auto-replied"));

        assertThat(lanes.unfiled(null, 50))
                .filteredOn(one -> one.incoming() == mail)
                .extracting(Lanes.Unfiled::reason)
                .containsExactly("automatic");
        assertThat(sentTo("robot@far.test")).isEmpty();
    }

    @Test
    void an_absence_note_lies_on_its_ticket_and_moves_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = answered(ticket);
        desk.waitForCustomer(ticket.id(), giulia.actor());
        var sent = sentTo(MARTA).size();

        var still = reported(Mail.from(MARTA).answering(answer.messageId()).header("Auto-Submitted: auto-replied"));

        assertThat(still.id()).isEqualTo(ticket.id());
        assertThat(still.state()).isEqualTo(TicketState.WAITING_FOR_CUSTOMER);
        assertThat(still.lastFromCustomer()).isFalse();
        assertThat(sentTo(MARTA)).hasSize(sent);
    }

    @Test
    void a_blocked_senders_mail_opens_no_ticket() {
        desk.block("@spam.test", giulia.actor());

        var mail = arrives(Mail.from("anybody@spam.test"));

        assertThat(lanes.unfiled(null, 50))
                .filteredOn(one -> one.incoming() == mail)
                .extracting(Lanes.Unfiled::reason)
                .containsExactly("blocked");
        desk.unblock("@spam.test", giulia.actor());
        assertThat(reported(Mail.from("anybody@spam.test"))).isNotNull();
    }

    @Test
    void our_own_mail_coming_back_opens_no_ticket() {
        var mail = arrives(Mail.from("billing@pronto.test"));

        assertThat(lanes.unfiled(null, 50))
                .filteredOn(one -> one.incoming() == mail)
                .extracting(Lanes.Unfiled::reason)
                .containsExactly("ourOwn");
    }

    @Test
    void laid_aside_mail_becomes_a_ticket_when_somebody_finds_it_should() {
        var mail = arrives(Mail.from("robot@far.test")
                .header("Auto-Submitted: auto-generated")
                .about("Disk full"));

        var ticket = unfiled.open(mail);

        assertThat(ticket.subject()).isEqualTo("Disk full");
        assertThat(unfiled.open(mail).id()).isEqualTo(ticket.id());
        assertThat(sentTo("robot@far.test")).isEmpty();
    }

    @Test
    void an_unknown_sender_is_tied_once_and_the_next_mail_knows() {
        var first = reported(Mail.from("Luca", "luca@gmail.com"));
        var second = reported(Mail.from("Luca", "luca@gmail.com"));
        assertThat(lanes.unknown(null, 200)).extracting(line -> line.id()).contains(first.id(), second.id());

        var tied = desk.tie(first.id(), acme.id(), giulia.actor());

        assertThat(tied.customer()).isEqualTo(acme.id());
        assertThat(tied.recognised().how()).isEqualTo(Recognition.How.MANUAL);
        assertThat(tickets.ticket(second.id()).customer()).isEqualTo(acme.id());
        assertThat(reported(Mail.from("luca@gmail.com")).recognised().how()).isEqualTo(Recognition.How.ADDRESS);
        assertThat(lanes.unknown(null, 200)).extracting(line -> line.id()).doesNotContain(first.id(), second.id());
    }

    @Test
    void spam_leaves_the_queue_for_its_lane_and_comes_back() {
        var ticket = reported(Mail.from("loud@far.test"));

        desk.markAsSpam(ticket.id(), giulia.actor());

        assertThat(lanes.spam(null, 200)).extracting(line -> line.id()).contains(ticket.id());
        assertThat(lanes.unknown(null, 200)).extracting(line -> line.id()).doesNotContain(ticket.id());
        desk.undoSpam(ticket.id(), giulia.actor());
        assertThat(lanes.spam(null, 200)).extracting(line -> line.id()).doesNotContain(ticket.id());
    }

    @Test
    void a_title_full_of_tricks_becomes_one_plain_line() {
        var ticket = reported(Mail.from(MARTA).about("=?utf-8?Q?Hello=0D=0ABcc:_x=E2=80=AEevil?="));

        assertThat(ticket.subject()).doesNotContain("\n", "\r", "\u202e");
    }
}
