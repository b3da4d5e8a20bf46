package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.Message;
import pronto.tickets.Ticket;

/** A technician answers from their own mail program: with one thing missing it is a mail like any other. */
@TestPropertySource(properties = "pronto.mail.answers-by-mail=true")
class TechniciansAnswerByMailTest extends AtTheDesk {

    private static final String WORDS = "The queue runs again.";

    @Autowired
    AnswersByMail answers;

    private Ticket ticket;
    private int before;

    @BeforeEach
    void a_ticket() {
        ticket = reported(Mail.from(MARTA));
        before = sentTo(MARTA).size();
    }

    private String own() {
        return Objects.requireNonNull(answers.address(ticket, giulia));
    }

    private Mail toUs(String address) {
        return Mail.from("Giulia Riva", giulia.email()).to(address).saying(WORDS + "\n\n> What she wrote");
    }

    @Test
    void with_everything_there_it_is_our_answer_in_their_name() {
        var id = arrives(toUs(own()).dmarc("pass"));

        assertThat(ticketOf(id).id()).isEqualTo(ticket.id());
        var said = conversation.of(ticket.id(), null, 10).getLast();
        assertThat(said.direction()).isEqualTo(Message.Direction.OUT);
        assertThat(said.technician()).isEqualTo(giulia.id());
        assertThat(said.text()).isEqualTo(WORDS);
        var sent = sentTo(MARTA).getLast();
        assertThat(sent.text()).contains(WORDS).doesNotContain("What she wrote", giulia.email());
        assertThat(tokens.ticketOf(sent.replyTo().replaceAll("^support\\+|@.*", ""), MARTA))
                .as("the customer gets a token of their own")
                .isEqualTo(ticket.id());
    }

    @Test
    void the_same_mail_again_is_not_said_twice() {
        var mail = toUs(own()).dmarc("pass");
        arrives(mail);
        arrives(mail);

        assertThat(sentTo(MARTA)).hasSize(before + 1);
    }

    @Test
    void without_the_token_nothing_goes_out() {
        nothingGoesOut(
                toUs("support@pronto.test")
                        .answering(answered(ticket).messageId())
                        .dmarc("pass"),
                before + 1);
    }

    @Test
    void with_an_altered_token_nothing_goes_out() {
        var own = own();
        var other = own.charAt(10) == 'a' ? 'b' : 'a';

        nothingGoesOut(toUs(own.substring(0, 10) + other + own.substring(11)).dmarc("pass"), before);
    }

    @Test
    void with_a_colleagues_token_nothing_goes_out() {
        nothingGoesOut(
                toUs(Objects.requireNonNull(answers.address(ticket, marco))).dmarc("pass"), before);
    }

    @Test
    void with_the_customers_token_nothing_goes_out() {
        nothingGoesOut(
                toUs(tokens.address("support@pronto.test", ticket.id(), MARTA)).dmarc("pass"), before);
    }

    @Test
    void with_a_token_for_their_address_as_a_participant_nothing_goes_out() {
        nothingGoesOut(
                toUs(tokens.address("support@pronto.test", ticket.id(), giulia.email()))
                        .dmarc("pass"),
                before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "none", "temperror", "permerror"})
    void with_a_sender_who_is_not_proven_nothing_goes_out(String verdict) {
        nothingGoesOut(toUs(own()).dmarc(verdict), before);
    }

    @Test
    void with_a_technicians_token_a_customer_gets_nowhere() {
        var theirs = reported(Mail.from(STRANGER).to(own()).dmarc("pass").saying(WORDS));

        assertThat(theirs.id()).isNotEqualTo(ticket.id());
        assertThat(sentTo(MARTA)).hasSize(before);
    }

    @Test
    void an_automatic_answer_of_a_technicians_goes_to_nobody() {
        arrives(toUs(own()).dmarc("pass").header("Auto-Submitted: auto-replied"));

        assertThat(sentTo(MARTA)).hasSize(before);
    }

    @Test
    void who_has_left_or_only_reads_answers_nobody() {
        var address = own();
        db.sql("update staff.technician set role = 'auditor' where id = :id")
                .param("id", giulia.id())
                .update();
        nothingGoesOut(toUs(address).dmarc("pass"), before);
        assertThat(answers.address(ticket, staff.technician(giulia.id()).orElseThrow()))
                .isNull();

        db.sql("update staff.technician set role = 'technician', left_at = clock_timestamp() where id = :id")
                .param("id", giulia.id())
                .update();
        nothingGoesOut(toUs(address).dmarc("pass"), before);
        db.sql("update staff.technician set left_at = null where id = :id")
                .param("id", giulia.id())
                .update();
    }

    private void nothingGoesOut(Mail mail, int sent) {
        var id = arrives(mail);

        assertThat(sentTo(MARTA)).hasSize(sent);
        assertThat(db.sql("select count(*) from tickets.message where incoming_id = :id and ticket_id = :ticket")
                        .param("id", id)
                        .param("ticket", ticket.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
