package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

class AnswersByMailAreOffTest extends AtTheDesk {

    @Autowired
    AnswersByMail answers;

    @Test
    void unless_somebody_sets_it_no_technician_answers_by_mail() {
        var ticket = reported(Mail.from(MARTA));
        var before = sentTo(MARTA).size();
        var address = tokens.address("support@pronto.test", ticket.id(), "technician:" + giulia.id());

        var theirs =
                reported(Mail.from(giulia.email()).to(address).dmarc("pass").saying("Ours?"));

        assertThat(answers.address(ticket, giulia)).isNull();
        assertThat(theirs.id()).isNotEqualTo(ticket.id());
        assertThat(sentTo(MARTA)).hasSize(before);
    }
}
