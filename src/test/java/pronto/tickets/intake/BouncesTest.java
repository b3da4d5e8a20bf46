package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pronto.channels.Delivery;
import pronto.channels.Mailbox;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Reply;
import pronto.tickets.Ticket;

/** An answer that comes back is shown as such, on the copy that did not arrive. */
class BouncesTest extends AtTheDesk {

    private static final String PIA = "pia@acme.test";

    @Test
    void an_answer_that_comes_back_is_shown_as_bounced_with_what_their_server_said() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        var incoming = arrives(bounce(answer, "failed", MARTA));

        assertThat(ticketOf(incoming).id()).isEqualTo(ticket.id());
        assertThat(states(ticket, answer)).containsExactly("BOUNCED");
        assertThat(shown(ticket, answer).deliveries().getFirst().answer()).isEqualTo("550 5.1.1 no such user");
        await().untilAsserted(() -> assertThat(facts(ticket)).contains("notDelivered"));
        assertThat(texts(tickets.ticket(ticket.id()))).as("nobody was answered").hasSize(3);
    }

    @Test
    void of_two_copies_only_the_one_that_came_back_is_shown_so() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        arrives(bounce(answer, "failed", PIA));

        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void a_server_that_knows_the_address_by_another_name_is_understood_by_where_it_writes_to() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket, MARTA, PIA);

        arrives(bounce(answer, "failed", "pia.verdi@internal.acme.test").to(replyAddress(PIA)));

        assertThat(states(ticket, answer)).containsExactly("SENT", "BOUNCED");
    }

    @Test
    void a_copy_that_is_only_late_is_not_lost() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(bounce(answer, "delayed", MARTA));

        assertThat(states(ticket, answer)).containsExactly("SENT");
    }

    @Test
    void a_bounce_of_an_address_that_we_never_wrote_to_says_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(bounce(answer, "failed", STRANGER));

        assertThat(states(ticket, answer)).containsExactly("SENT");
    }

    @Test
    void a_bounce_that_is_forged_by_what_our_own_server_found_says_nothing() {
        var ticket = reported(Mail.from(MARTA));
        var answer = sent(ticket);

        arrives(bounce(answer, "failed", MARTA).dmarc("fail"));

        assertThat(states(ticket, answer)).containsExactly("SENT");
    }

    private Message sent(Ticket ticket, String... to) {
        var people = to.length == 0
                ? null
                : List.of(to).stream()
                        .map(address -> new Mailbox(null, address))
                        .toList();
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());
        var answer = desk.reply(
                ticket.id(), new Reply(new Body.Plain("Look here."), people, null, List.of(), null), giulia.actor());
        db.sql("update channels.delivery set state = 'sent' where outgoing_id = :id")
                .param("id", answer.outgoing())
                .update();
        return answer;
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

    private static Mail bounce(Message answer, String action, String recipient) {
        return Mail.from("Mail Delivery System", "mailer-daemon@mx.acme.test")
                .ofNobody()
                .about("Undelivered Mail Returned to Sender")
                .ofType("multipart/report; report-type=delivery-status; boundary=b")
                .saying("""
                        --b

                        This is the mail system at mx.acme.test.

                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.acme.test

                        Final-Recipient: rfc822; %s
                        Action: %s
                        Status: 5.1.1
                        Diagnostic-Code: smtp; 550 5.1.1
                            no such user

                        --b
                        Content-Type: text/rfc822-headers

                        Message-ID: %s
                        Subject: Re: Nothing is sent

                        --b--
                        """.formatted(recipient, action, Objects.requireNonNull(answer.messageId())));
    }
}
