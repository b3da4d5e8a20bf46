package pronto.tickets.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Mail;

/** Whoever screens a ticket sees those that look like it, and by which words. */
class SimilarTest extends AtTheDesk {

    @Autowired
    private Similar similar;

    @Test
    void a_ticket_that_shares_telling_words_is_found_and_says_which() {
        var first = reported(Mail.from(MARTA).about("Etichette: stampante Zebra non trovata"));
        var other = reported(Mail.from(MARTA).about("Fattura di ottobre"));
        var ticket = reported(Mail.from(MARTA).about("La stampante Zebra tace"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var found = similar.to(ticket, 4);
            assertThat(found).anySatisfy(like -> {
                assertThat(like.ticket().id()).isEqualTo(first.id());
                assertThat(like.words()).contains("stampante", "zebra");
            });
            assertThat(found)
                    .noneMatch(like ->
                            like.ticket().id() == other.id() || like.ticket().id() == ticket.id());
        });
    }
}
