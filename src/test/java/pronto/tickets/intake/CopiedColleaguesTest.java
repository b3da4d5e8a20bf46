package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.channels.Mailbox;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Participant;
import pronto.tickets.Ticket;

/** People in copy take part when somebody lets them in, or when a customer who is proven brings their own. */
class CopiedColleaguesTest extends AtTheDesk {

    private Ticket ticket;

    @BeforeEach
    void a_ticket() {
        ticket = reported(Mail.from(MARTA));
    }

    private Ticket copies(String verdict, String... people) {
        return reported(Mail.from(MARTA)
                .dmarc(verdict)
                .to(tokens.address("support@pronto.test", ticket.id(), MARTA))
                .copying(people));
    }

    private Iterable<String> waiting() {
        return conversation.waiting(ticket.id()).stream().map(Mailbox::address).toList();
    }

    private Iterable<String> taking() {
        return conversation.participants(ticket.id()).stream()
                .map(Participant::address)
                .toList();
    }

    @Test
    void a_colleague_of_a_proven_customer_takes_part_at_once() {
        copies("pass", "Luca <luca@acme.test>", "x@partner.test", "y@sub.acme.test");

        assertThat(taking()).containsExactly(MARTA, "luca@acme.test");
        assertThat(waiting()).containsExactlyInAnyOrder("x@partner.test", "y@sub.acme.test");
        assertThat(facts(ticket)).contains("participantAdded");
    }

    @Test
    void a_colleague_brought_by_a_doubtful_sender_waits() {
        copies("none", "luca@acme.test");

        assertThat(taking()).containsExactly(MARTA);
        assertThat(waiting()).containsExactly("luca@acme.test");
    }

    @Test
    void who_was_let_in_takes_part_and_waits_no_longer() {
        copies("none", "Luca Bianchi <luca@acme.test>");

        desk.addParticipant(ticket.id(), new Mailbox(null, "luca@acme.test"), giulia.actor());

        assertThat(taking()).containsExactly(MARTA, "luca@acme.test");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void who_was_refused_does_not_come_again_with_the_next_mail() {
        copies("none", "luca@acme.test");

        desk.refuseParticipant(ticket.id(), "luca@acme.test", giulia.actor());
        copies("none", "luca@acme.test");

        assertThat(taking()).containsExactly(MARTA);
        assertThat(waiting()).isEmpty();
        assertThat(facts(ticket)).contains("participantRefused");
    }

    @Test
    void our_own_addresses_and_the_sender_are_nobody_to_let_in() {
        copies("none", "billing@pronto.test", "support+abc@pronto.test", MARTA);

        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_mail_to_hundreds_does_not_fill_the_ticket() {
        var many = new String[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = "person" + i + "@partner.test";
        }

        copies("none", many);

        assertThat(waiting()).hasSize(20);
    }
}
