package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.channels.Mailbox;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** Somebody writes from one address and wants to be answered at another (S3: the author is who wrote, never Reply-To). */
class ReturnAddressTest extends AtTheDesk {

    private static final String PIA = "pia@elsewhere.test";

    @Autowired
    private ReturnAddress returnAddress;

    @Test
    void a_proven_sender_is_answered_where_they_ask_and_their_answer_from_there_joins() {
        var ticket = reported(Mail.from(MARTA).dmarc("pass").header("Reply-To: Pia <" + PIA + ">"));

        assertThat(ticket.reporter().email()).isEqualTo(MARTA);
        var answer = answered(ticket);
        assertThat(answer.to()).extracting(Mailbox::address).containsExactly(PIA);
        assertThat(answer.cc()).isEmpty();

        var back = reported(Mail.from(PIA).to(sentTo(PIA).getLast().replyTo()));
        assertThat(back.id()).isEqualTo(ticket.id());
    }

    @Test
    void an_unproven_sender_is_answered_where_they_write_from_and_their_wish_is_shown() {
        var ticket = reported(Mail.from(MARTA).header("Reply-To: " + PIA));

        assertThat(answered(ticket).to()).extracting(Mailbox::address).containsExactly(MARTA);
        assertThat(conversation.of(ticket.id(), null, 10).getFirst().replyTo())
                .extracting(Mailbox::address)
                .containsExactly(PIA);
    }

    @Test
    void whoever_is_only_named_as_return_address_takes_no_part() {
        var ticket = reported(Mail.from(MARTA).dmarc("pass").header("Reply-To: " + PIA));

        assertThat(reported(Mail.from(PIA)
                                .answering(conversation
                                        .of(ticket.id(), null, 10)
                                        .getFirst()
                                        .messageId()))
                        .id())
                .isNotEqualTo(ticket.id());
    }

    @Test
    void our_own_address_as_return_address_is_passed_over() {
        var ticket = reported(Mail.from(MARTA).dmarc("pass").header("Reply-To: support@pronto.test"));

        assertThat(returnAddress.of(ticket)).extracting(Mailbox::address).containsExactly(MARTA);
    }

    @Test
    void the_last_word_counts() {
        var ticket = reported(Mail.from(MARTA).dmarc("pass").header("Reply-To: " + PIA));
        answered(ticket);

        reported(Mail.from(MARTA).dmarc("pass").answering(sentMessage(ticket)));

        assertThat(returnAddress.of(tickets.ticket(ticket.id())))
                .extracting(Mailbox::address)
                .containsExactly(MARTA);
    }

    private String sentMessage(pronto.tickets.Ticket ticket) {
        return String.valueOf(conversation.of(ticket.id(), null, 10).getLast().messageId());
    }
}
