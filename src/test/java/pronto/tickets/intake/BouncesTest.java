package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Delivery;
import pronto.channels.Mailbox;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Postmaster;
import pronto.tickets.Reply;
import pronto.tickets.Resolution;
import pronto.tickets.Ticket;
import pronto.tickets.TicketState;
import pronto.tickets.work.Mentions;
import pronto.tickets.work.Queue;

/** An answer that comes back is shown as such, on the copy that did not arrive. */
class BouncesTest extends AtTheDesk {

    private static final String PIA = "pia@acme.test";

    @Autowired
    Mentions mentions;

    @Autowired
    Queue queue;

    @Test
    void an_answer_that_comes_back_is_shown_as_bounced_with_what_their_server_said() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        var incoming = arrives(Postmaster.reports(answer, "failed", MARTA));

        assertThat(ticketOf(incoming).id()).isEqualTo(ticket.id());
        assertThat(states(ticket, answer)).containsExactly("BOUNCED");
        assertThat(shown(ticket, answer).deliveries().getFirst().answer()).isEqualTo("550 5.1.1 no such user");
        awaitFact(ticket, "notDelivered");
        assertThat(texts(tickets.ticket(ticket.id()))).as("nobody was answered").hasSize(3);
    }

    @Test
    void of_two_copies_only_the_one_that_came_back_is_shown_so() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        arrives(Postmaster.reports(answer, "failed", PIA));

        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void a_server_that_knows_the_address_by_another_name_is_understood_by_where_it_writes_to() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        arrives(Postmaster.reports(answer, "failed", "pia.verdi@internal.acme.test")
                .to(replyAddress(PIA)));

        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void a_copy_that_is_only_late_is_shown_as_late_and_is_not_lost() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(Postmaster.reports(answer, "delayed", MARTA));

        assertThat(states(ticket, answer)).containsExactly("SENT");
        assertThat(shown(ticket, answer).deliveries().getFirst().late()).isTrue();
        awaitFact(ticket, "late");
        assertThat(tickets.ticket(ticket.id()).undelivered()).isEqualTo(Ticket.Undelivered.LATE);
        assertThat(calls(ticket)).containsExactly(Mentions.About.LATE);
    }

    @Test
    void what_gives_up_in_the_end_is_lost_and_told_again() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);
        arrives(Postmaster.reports(answer, "delayed", MARTA));
        awaitFact(ticket, "late");

        arrives(Postmaster.reports(answer, "failed", MARTA));

        awaitFact(ticket, "notDelivered");
        assertThat(tickets.ticket(ticket.id()).undelivered()).isEqualTo(Ticket.Undelivered.LOST);
        assertThat(calls(ticket)).containsExactly(Mentions.About.LOST);
    }

    @Test
    void a_report_that_repeats_nothing_is_known_by_the_address_that_it_comes_to() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        var incoming = arrives(inWords(MARTA).to(replyAddress(MARTA)));

        assertThat(ticketOf(incoming).id()).isEqualTo(ticket.id());
        assertThat(states(ticket, answer)).containsExactly("BOUNCED");
        assertThat(shown(ticket, answer).deliveries().getFirst().answer()).contains("user unknown");
    }

    @Test
    void a_report_in_words_is_known_by_the_message_that_it_repeats() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        var incoming = arrives(inWords(PIA, "Message-ID: " + answer.messageId()));

        assertThat(ticketOf(incoming).id()).isEqualTo(ticket.id());
        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void a_report_that_comes_again_says_nothing_about_the_next_answer() {
        var ticket = reported(Mail.from(MARTA));
        var first = sent(ticket);
        arrives(Postmaster.reports(first, "failed", MARTA).to(replyAddress(MARTA)));
        var second = sent(ticket);

        arrives(Postmaster.reports(first, "failed", MARTA).to(replyAddress(MARTA)));

        assertThat(states(ticket, second)).containsExactly("SENT");
    }

    @Test
    void a_report_that_names_neither_our_message_nor_an_address_of_ours_belongs_to_no_ticket() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(inWords(MARTA, "Subject: Re: Nothing is sent [" + ticket.code() + "]"));

        assertThat(states(ticket, answer)).containsExactly("SENT");
        assertThat(tickets.ticket(ticket.id()).undelivered()).isNull();
    }

    @Test
    void anothers_signed_address_says_nothing_about_the_customers_copy() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        arrives(inWords(MARTA).to(replyAddress(PIA)));

        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void an_answer_that_nobody_got_resolved_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = resolvedWith(ticket);

        arrives(Postmaster.reports(answer, "failed", MARTA));

        awaitFact(ticket, "neverArrived");
        var back = tickets.ticket(ticket.id());
        assertThat(back.state()).isEqualTo(TicketState.IN_WORK);
        assertThat(back.undelivered()).isEqualTo(Ticket.Undelivered.LOST);
        assertThat(calls(ticket)).containsExactly(Mentions.About.LOST);
        assertThat(queue.lines(List.of(ticket.id())).getFirst().undelivered()).isEqualTo(Ticket.Undelivered.LOST);
    }

    @Test
    void a_question_that_nobody_got_waits_for_no_answer() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);
        desk.waitForCustomer(ticket.id(), giulia.actor());

        arrives(Postmaster.reports(answer, "failed", MARTA));

        awaitFact(ticket, "neverArrived");
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.IN_WORK);
    }

    @Test
    void what_one_of_two_got_stays_resolved_and_is_marked() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("", null), giulia.actor());

        arrives(Postmaster.reports(answer, "failed", PIA));

        awaitFact(ticket, "notDelivered");
        var still = tickets.ticket(ticket.id());
        assertThat(still.state()).isEqualTo(TicketState.RESOLVED);
        assertThat(still.undelivered()).isEqualTo(Ticket.Undelivered.LOST);
    }

    @Test
    void an_old_answer_that_comes_back_after_a_newer_one_opens_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var first = sent(ticket);
        resolvedWith(ticket);

        arrives(Postmaster.reports(first, "failed", MARTA));

        awaitFact(ticket, "notDelivered");
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.RESOLVED);
        assertThat(facts(ticket)).doesNotContain("neverArrived");
    }

    @Test
    void a_forged_report_opens_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = resolvedWith(ticket);

        arrives(Postmaster.reports(answer, "failed", STRANGER));
        arrives(Postmaster.reports(answer, "failed", MARTA).dmarc("fail"));
        arrives(inWords(MARTA, "Message-ID: <made.up@pronto.test>"));

        assertThat(states(ticket, answer)).containsExactly("SENT");
        assertThat(tickets.ticket(ticket.id()).state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void whoever_has_seen_to_it_or_writes_again_takes_the_mark_away() {
        var ticket = reported(Mail.from(MARTA));
        arrives(Postmaster.reports(sent(ticket), "failed", MARTA));
        awaitFact(ticket, "notDelivered");

        desk.seeUndelivered(ticket.id(), giulia.actor());

        assertThat(tickets.ticket(ticket.id()).undelivered()).isNull();
        assertThat(facts(ticket)).contains("undeliveredSeen");
    }

    @Test
    void a_bounce_of_an_address_that_we_never_wrote_to_says_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(Postmaster.reports(answer, "failed", STRANGER));

        assertThat(states(ticket, answer)).containsExactly("SENT");
    }

    @Test
    void a_bounce_that_is_forged_by_what_our_own_server_found_says_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(Postmaster.reports(answer, "failed", MARTA).dmarc("fail"));

        assertThat(states(ticket, answer)).containsExactly("SENT");
    }

    private void awaitFact(Ticket ticket, String fact) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(facts(ticket)).contains(fact));
    }

    private List<Mentions.About> calls(Ticket ticket) {
        return mentions.of(giulia.id(), 100).stream()
                .filter(mention -> mention.ticket() == ticket.id() && !mention.seen())
                .map(Mentions.Mention::about)
                .toList();
    }

    private Message resolvedWith(Ticket ticket) {
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        screened(ticket);
        desk.resolve(ticket.id(), new Resolution.Answer("Restart it.", null), giulia.actor());
        return left(conversation.of(ticket.id(), null, 100).getLast());
    }

    private Message left(Message answer) {
        db.sql("update channels.delivery set state = 'sent' where outgoing_id = :id")
                .param("id", answer.outgoing())
                .update();
        return answer;
    }

    private Message sent(Ticket ticket, String... to) {
        var people = to.length == 0
                ? null
                : List.of(to).stream()
                        .map(address -> new Mailbox(null, address))
                        .toList();
        if (tickets.ticket(ticket.id()).technician() == null) {
            desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        }
        var answer = desk.reply(
                ticket.id(), new Reply(new Body.Plain("Look here."), people, null, List.of(), null), giulia.actor());
        return left(answer);
    }

    private String replyAddress(String recipient) {
        return sentTo(recipient).getLast().replyTo();
    }

    private Message shown(Ticket ticket, Message answer) {
        return conversation.message(ticket.id(), answer.id()).orElseThrow();
    }

    private List<String> states(Ticket ticket, Message answer) {
        return shown(ticket, answer).deliveries().stream()
                .map(Delivery::state)
                .map(Delivery.State::name)
                .toList();
    }

    /** As many a server tells it, to nobody but people. */
    private static Mail inWords(String recipient, String... repeated) {
        return Mail.from("Mail Delivery System", "mailer-daemon@mx.acme.test")
                .ofNobody()
                .about("Mail delivery failed: returning message to sender")
                .saying("""
                        A message that you sent could not be delivered to one or more of its recipients.

                          %s
                            user unknown

                        ------ This is a copy of the message, including all the headers. ------

                        %s
                        """.formatted(recipient, String.join("\n", repeated)));
    }
}
