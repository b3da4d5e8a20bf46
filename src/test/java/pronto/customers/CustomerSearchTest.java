package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import pronto.search.Match;
import pronto.search.Search;

class CustomerSearchTest extends CustomersTest {

    @Autowired
    private Search search;

    @BeforeEach
    void awaitTheIndex() {
        await().until(() -> !found("nothing").building());
    }

    @Test
    void a_customer_is_found_within_a_second_by_all_that_is_theirs() {
        var acme = book.put(
                        "ACME",
                        CustomerFields.named("Officine Perché S.r.l.")
                                .withTimeZone("Europe/Rome")
                                .withDomains("città.it")
                                .withPlatforms(PlatformFields.named("Magazzino Nord", null)),
                        CustomerBook.ANY,
                        GIULIA)
                .customer();
        book.addContact(
                acme.id(),
                ContactFields.named("Marta Rossi")
                        .withEmails(List.of("marta@acme.it"))
                        .withPhones(List.of("06 1234 5678")),
                GIULIA);

        await().atMost(Duration.ofSeconds(60)).until(() -> ids("marta rossi").equals(List.of(acme.id())));
        for (var words : List.of(
                "officina perche",
                "acme",
                "ACM",
                "marta@acme.it",
                "06 1234 5678",
                "+39 06 12345678",
                "magazzini",
                "città.it",
                "xn--citt-3na.it")) {
            assertThat(ids(words)).as(words).containsExactly(acme.id());
        }

        book.remove(acme.id(), "", CustomerBook.ANY, GIULIA);
        await().atMost(Duration.ofSeconds(60)).until(() -> ids("marta rossi").isEmpty());
    }

    private List<Long> ids(String words) {
        return found(words).matches().stream().map(Match::id).toList();
    }

    private Search.Found found(String words) {
        return search.find(new Search.Query(words, Set.of("customer"), null, null, Set.of(), 0, 10));
    }
}
