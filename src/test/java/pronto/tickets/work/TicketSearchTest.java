package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.search.Match;
import pronto.search.Search;
import pronto.tickets.AtTheDesk;
import pronto.tickets.Body;
import pronto.tickets.Mail;

/** A ticket is found by all that was said on it, within a second of its being said. */
class TicketSearchTest extends AtTheDesk {

    @Autowired
    private Search search;

    @Test
    void a_ticket_is_found_by_title_words_code_sender_and_message_id() {
        var ticket = reported(Mail.from("Marta Rossi", MARTA)
                .about("Zampogna ferma")
                .saying("La città è sommersa dalle fatture.")
                .withId("<zampogna.1@acme.test>"));

        for (var asked : List.of(
                "zampogna",
                "citta fattura",
                ticket.code(),
                ticket.code().toLowerCase(java.util.Locale.ROOT),
                MARTA,
                "zampogna.1@acme.test",
                "Rossi zampogna")) {
            found(asked, ticket.id());
        }
    }

    @Test
    void what_is_answered_and_noted_is_found_too() {
        var ticket = reported(Mail.from(MARTA));
        desk.pickUp(ticket.id(), giulia.id(), giulia.actor());

        desk.reply(ticket.id(), saying("Abbiamo cambiato il condensatore."), giulia.actor());
        desk.note(ticket.id(), new Body.Plain("Il fornitore è Quagliarella."), List.of(), giulia.actor());

        found("condensatori", ticket.id());
        found("quagliarella", ticket.id());
    }

    @Test
    void spam_is_found_no_more_until_it_is_none() {
        var ticket = reported(Mail.from(STRANGER).saying("Guadagna con il bitcoinello"));
        found("bitcoinello", ticket.id());

        desk.markAsSpam(ticket.id(), giulia.actor());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> matches("bitcoinello").isEmpty());

        desk.undoSpam(ticket.id(), giulia.actor());
        found("bitcoinello", ticket.id());
    }

    @Test
    void a_search_can_be_limited_to_one_customer() {
        var ticket = reported(Mail.from(MARTA).saying("Il frantoio nuovo"));
        found("frantoio", ticket.id());

        assertThat(search.find(new Search.Query("frantoio", Set.of("ticket"), acme.id(), null, Set.of(), 0, 10))
                        .matches())
                .extracting(Match::id)
                .containsExactly(ticket.id());
        assertThat(search.find(new Search.Query("frantoio", Set.of("ticket"), acme.id() + 1, null, Set.of(), 0, 10))
                        .matches())
                .isEmpty();
    }

    private void found(String asked, long ticket) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(matches(asked)).as(asked).contains(ticket));
    }

    private List<Long> matches(String asked) {
        return search.find(new Search.Query(asked, Set.of("ticket"), null, null, Set.of(), 0, 10)).matches().stream()
                .map(Match::id)
                .toList();
    }
}
