package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.channels.Mailbox;
import pronto.channels.Trust;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Ticket;

/** Whoever does not take part in a ticket gets one of their own, and reads nothing of it. */
class StrangersTest extends AtTheDesk {

    private Ticket martas;
    private Message answer;

    @BeforeEach
    void a_ticket_worth_reading() {
        martas = reported(
                Mail.from("Marta Rossi", MARTA).about("Our secret launch").saying("It is in May."));
        answer = answered(martas);
    }

    @Test
    void a_stranger_with_the_code_opens_a_ticket_of_their_own_and_reads_nothing() {
        var theirs = reported(Mail.from(STRANGER).about("Re: " + martas.code()).saying("What do you know?"));

        isTheirOwn(theirs);
        assertThat(theirs.claims()).as("our people see what it claims").isEqualTo(martas.id());
    }

    @Test
    void a_stranger_with_a_forged_from_opens_a_ticket_of_their_own_and_reads_nothing() {
        var theirs = reported(Mail.from(MARTA)
                .dmarc("fail")
                .about("Re: Our secret launch")
                .answering(answer.messageId())
                .copying(STRANGER)
                .saying("Please copy Mallory."));

        isTheirOwn(theirs);
        assertThat(theirs.recognised().trust()).isEqualTo(Trust.FAILED);
    }

    @Test
    void a_stranger_with_anothers_reply_token_opens_a_ticket_of_their_own_and_reads_nothing() {
        var address = tokens.address("support@pronto.test", martas.id(), MARTA);

        isTheirOwn(reported(Mail.from(STRANGER).to(address)));
    }

    @Test
    void a_stranger_with_a_copied_message_id_opens_a_ticket_of_their_own_and_reads_nothing() {
        isTheirOwn(reported(Mail.from(STRANGER).answering(answer.messageId())));
    }

    @Test
    void a_stranger_who_bears_our_own_message_id_catches_no_answer() {
        arrives(Mail.from(STRANGER).withId(answer.messageId()));

        var reply = reported(Mail.from(MARTA).answering(answer.messageId()).saying("It is settled."));

        assertThat(reply.id()).isEqualTo(martas.id());
    }

    @Test
    void a_colleague_in_copy_takes_no_part_until_somebody_lets_them_in() {
        var reply = reported(Mail.from(MARTA).answering(answer.messageId()).copying("luca@acme.test"));
        assertThat(conversation.participants(reply.id())).hasSize(1);

        assertThat(reported(Mail.from("luca@acme.test").answering(answer.messageId()))
                        .id())
                .isNotEqualTo(martas.id());
        desk.addParticipant(martas.id(), new Mailbox("Luca", "LUCA@acme.test"), giulia.actor());
        assertThat(reported(Mail.from("luca@acme.test").answering(answer.messageId()))
                        .id())
                .isEqualTo(martas.id());
    }

    @Test
    void one_who_was_taken_off_is_a_stranger_again_even_with_their_token() {
        desk.addParticipant(martas.id(), new Mailbox(null, "luca@acme.test"), giulia.actor());
        var address = tokens.address("support@pronto.test", martas.id(), "luca@acme.test");
        assertThat(reported(Mail.from("luca@acme.test").to(address)).id()).isEqualTo(martas.id());

        desk.removeParticipant(martas.id(), "luca@acme.test", giulia.actor());

        assertThat(reported(Mail.from("luca@acme.test").to(address)).id()).isNotEqualTo(martas.id());
    }

    private static String tokenOf(Sent mail) {
        return mail.replyTo()
                .substring(mail.replyTo().indexOf('+') + 1, mail.replyTo().indexOf('@'));
    }

    /** A ticket apart; what went out because of it says nothing of Marta's, and nothing of hers moved. */
    private void isTheirOwn(Ticket theirs) {
        assertThat(theirs.id()).isNotEqualTo(martas.id());
        assertThat(texts(martas)).containsExactly("It is in May.", "We are looking at it.");
        assertThat(texts(theirs)).hasSize(1);
        assertThat(sentTo(STRANGER)).allSatisfy(mail -> {
            assertThat(mail.subject() + mail.text()).doesNotContain("secret", "May", martas.code(), "looking");
            assertThat(tokens.ticketOf(tokenOf(mail), STRANGER)).isNotNull().isNotEqualTo(martas.id());
        });
    }
}
