package pronto.tickets.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** Nobody makes us write to people who never wrote to us. */
class SpamCannonTest extends AtTheDesk {

    private static final String PITCH = "Buy pills at evil.test";

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
            arrives(Mail.from("tagged+" + i + "@innocent.test"));
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
                .isBetween(95L, 110L);
    }

    @Test
    void who_is_proven_does_not_pay_for_those_who_are_not() {
        for (int i = 0; i < 110; i++) {
            arrives(Mail.from("stranger" + i + "@mixed.test"));
        }
        arrives(Mail.from("late@mixed.test").dmarc("pass"));

        assertThat(sentTo("late@mixed.test")).hasSize(1);
    }
}
