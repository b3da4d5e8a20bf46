package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;
import pronto.tickets.work.CourtesyBudget;
import pronto.tickets.work.Withheld;

/** Nobody makes us write to people who never wrote to us. */
class SpamCannonTest extends AtTheDesk {

    private static final String PITCH = "Buy pills at evil.test";

    @Autowired
    Withheld withheld;

    @Autowired
    CourtesyBudget budget;

    @Test
    void a_thousand_forged_mails_bring_one_victim_three_letters_at_most_and_no_word_of_the_forger() {
        var ids = IntStream.range(0, 1000)
                .mapToLong(number -> accepted(
                        Mail.from(PITCH, "victim@innocent.test").about(PITCH).saying(PITCH)))
                .toArray();
        for (var id : ids) {
            awaitFiled(id);
        }

        assertThat(sentTo("victim@innocent.test"))
                .hasSizeBetween(1, 3)
                .allSatisfy(mail -> assertThat(mail.subject() + mail.text()).doesNotContain("pills"));
    }

    @Test
    void the_victims_address_with_something_after_a_plus_is_the_victims() {
        for (int i = 0; i < 10; i++) {
            arrives(Mail.from("tagged+" + i + "@innocent.test").saying("It hurts, case " + (char) ('a' + i)));
        }

        assertThat(db.sql("select count(*) from channels.delivery where address like 'tagged%@innocent.test'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_whole_domain_of_victims_gets_no_more_than_its_share() {
        var ids = IntStream.range(0, 150)
                .mapToLong(number -> accepted(Mail.from("person" + number + "@crowd.test")))
                .toArray();
        for (var id : ids) {
            awaitFiled(id);
        }

        assertThat(db.sql("select count(*) from channels.delivery where address like '%@crowd.test'")
                        .query(Long.class)
                        .single())
                .isBetween(95L, 130L);
    }

    @Test
    void who_is_proven_does_not_pay_for_those_who_are_not() {
        for (int i = 0; i < 110; i++) {
            arrives(Mail.from("stranger" + i + "@mixed.test"));
        }
        arrives(Mail.from("late@mixed.test").dmarc("pass"));

        assertThat(sentTo("late@mixed.test")).hasSize(1);
    }

    @Test
    void a_program_that_answers_our_receipts_gets_two_and_the_ticket_says_so() {
        var said = "This mailbox is not read. Your number is ";
        var first = reported(Mail.from("robot@loop.test").saying(said + "A-10001"));
        var second = reported(Mail.from("robot@loop.test").saying(said + "A-10002"));
        var third = reported(Mail.from("robot@loop.test").saying(said + "A-10003"));

        assertThat(sentTo("robot@loop.test")).hasSize(2);
        assertThat(facts(first)).containsExactly("opened", "acknowledged");
        assertThat(facts(second)).containsExactly("opened", "acknowledged", "loop");
        assertThat(facts(third)).containsExactly("opened", "loop");
        assertThat(withheld.latest(100))
                .filteredOn(letter -> letter.ticket().equals(third.code()))
                .singleElement()
                .extracting(Withheld.Letter::reason)
                .isEqualTo(Withheld.Reason.LOOP);
    }

    @Test
    void who_writes_three_different_things_in_a_row_gets_three_receipts() {
        for (var words : List.of("The printer burns.", "The screen is dark.", "The door is locked.")) {
            arrives(Mail.from("hasty@person.test").saying(words));
        }

        assertThat(sentTo("hasty@person.test")).hasSize(3);
    }

    @Test
    void what_is_withheld_is_told_on_its_ticket_and_counted() {
        for (int i = 0; i < 3; i++) {
            arrives(Mail.from("much@person.test").saying("Another thing, " + (char) ('a' + i)));
        }

        var silent = reported(Mail.from("much@person.test").saying("And yet another."));

        assertThat(facts(silent)).containsExactly("opened", "notAcknowledged");
        assertThat(budget.domains(100))
                .filteredOn(spent -> spent.domain().equals("person.test"))
                .singleElement()
                .satisfies(spent -> assertThat(spent.sent()).isGreaterThanOrEqualTo(3));
    }
}
