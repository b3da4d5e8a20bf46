package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextIndexTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    private TextIndex index;
    private long ids;

    @BeforeEach
    void open() throws IOException {
        index = new TextIndex(folder, InstantSource.fixed(MONDAY));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "La stampante è ferma, stampanti ferme",
        "Le fatture di perché, fattura perche",
        "L'utente non accede, utenti",
        "L’utente non accede, utente",
        "Ho stampato la fattura, stampare fatture",
        "Problemi con gli ordini, problema ordine",
        "CAFFÈ freddo, caffe",
        "caffe freddo, caffè",
        "Invoices were printed twice, invoice printing",
        "The customer's orders, order customers",
        "Der Fußboden, fussboden",
    })
    void words_are_found_in_either_language_and_without_accents(String title, String words) throws IOException {
        var found = put(title, "");

        assertThat(find(words)).containsExactly(found);
    }

    @Test
    void every_word_must_be_there_in_title_or_body() throws IOException {
        var both = put("Payments fail", "The terminal answers with error 504");
        put("Payments are slow", "Nothing else");

        assertThat(find("payment terminal")).containsExactly(both);
        assertThat(find("payment terminal unicorn")).isEmpty();
    }

    @Test
    void words_that_tell_nothing_need_not_be_found() throws IOException {
        var found = put("Printer broken", "");

        assertThat(find("the printer is broken")).containsExactly(found);
        assertThat(find("la printer")).containsExactly(found);
    }

    @Test
    void a_phrase_in_quotes_is_found_in_this_order() throws IOException {
        var found = put("Network card replaced", "");
        put("Card for the network", "");

        assertThat(find("\"network card\"")).containsExactly(found);
        assertThat(find("«network card»")).containsExactly(found);
    }

    @Test
    void a_word_with_a_dash_before_it_must_not_be_there() throws IOException {
        put("Payments fail in Rome", "");
        var milan = put("Payments fail in Milan", "");

        assertThat(find("payments -rome")).containsExactly(milan);
        assertThat(find("-rome")).containsExactly(milan);
    }

    @Test
    void a_title_weighs_more_than_a_body() throws IOException {
        var body = put("Something else", "certificate");
        var title = put("certificate", "Something else");

        assertThat(find("certificate")).containsExactly(title, body);
    }

    @Test
    void of_two_that_fit_alike_the_newer_comes_first() throws IOException {
        var old = put("Certificate expired", "", MONDAY.minusSeconds(400 * 86_400L));
        var young = put("Certificate expired", "", MONDAY);

        assertThat(find("certificate")).containsExactly(young, old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T-48231K", "t48231k", "48231K", "48231k", "T 48231 K"})
    void a_code_is_found_however_it_is_typed_and_before_all_else(String typed) throws IOException {
        put("About T-48231K, T-48231K and T-48231K", "T-48231K 48231K T 48231 K t48231k");
        var coded = put("Something", "", MONDAY.minusSeconds(9_000_000), "T-48231K");

        assertThat(find(typed).getFirst()).isEqualTo(coded);
    }

    @ParameterizedTest
    @CsvSource({
        "Marta@Acme.it, marta@acme.it",
        "+390612345678, +39 06 12345678",
        "+390612345678, 0039 06-1234.5678",
        "<abc.1@mail.acme.it>, abc.1@mail.acme.it",
        "abc.1@mail.acme.it, <abc.1@mail.acme.it>",
    })
    void addresses_numbers_and_message_ids_are_found_as_such(String kept, String typed) throws IOException {
        put("Other", "", MONDAY, "marta@acme.com", "+390612345679");
        var found = put("One", "", MONDAY, kept);

        assertThat(find(typed)).containsExactly(found);
    }

    @Test
    void the_last_word_may_still_go_on() throws IOException {
        var found = put("Fatturazione elettronica", "", MONDAY, "C-20418R");

        assertThat(find("elettr")).containsExactly(found);
        assertThat(find("fatturazione ele")).containsExactly(found);
        assertThat(find("C-204")).containsExactly(found);
        assertThat(find("ele ")).isEmpty();
    }

    @Test
    void a_message_id_is_found_whole_and_not_by_its_beginning() throws IOException {
        var found = put("One", "", MONDAY, "<abcdef@mail.acme.it>");

        assertThat(find("abcdef@mail.acme.it")).containsExactly(found);
        assertThat(find("abcd")).isEmpty();
    }

    @Test
    void kinds_customers_teams_and_tags_narrow() throws IOException {
        index.put(List.of(
                new Document("ticket", 1, "Payment", "", List.of(), 7L, 3L, List.of("open", "spam"), MONDAY),
                new Document("customer", 1, "Payment", "", List.of(), null, null, List.of(), MONDAY)));
        index.refresh();

        assertThat(found("payment", Set.of("ticket"), null, null, Set.of())).hasSize(1);
        assertThat(found("payment", Set.of(), 7L, null, Set.of())).hasSize(1);
        assertThat(found("payment", Set.of(), 8L, null, Set.of())).isEmpty();
        assertThat(found("payment", Set.of(), null, 3L, Set.of("open", "spam"))).hasSize(1);
        assertThat(found("payment", Set.of(), null, null, Set.of("open", "closed")))
                .isEmpty();
        assertThat(found("", Set.of("ticket", "customer"), null, null, Set.of()))
                .hasSize(2);
    }

    @Test
    void nothing_asked_shows_the_newest() throws IOException {
        var old = put("Old", "", MONDAY.minusSeconds(60));
        var young = put("Young", "", MONDAY);

        assertThat(find("  ")).containsExactly(young, old);
    }

    @Test
    void what_changed_is_found_by_its_new_words_alone_and_what_is_gone_not_at_all() throws IOException {
        index.put(List.of(titled(5, "First words")));
        index.put(List.of(titled(5, "Second thoughts")));
        index.refresh();
        assertThat(find("words")).isEmpty();
        assertThat(find("thoughts")).containsExactly(5L);

        index.forget("ticket", 5);
        index.refresh();
        assertThat(find("thoughts")).isEmpty();
    }

    @Test
    void what_is_put_again_as_it_is_costs_nothing() throws IOException {
        index.put(List.of(titled(5, "First words"), titled(6, "Other words")));
        index.settle();

        assertThat(index.putChanged(List.of(titled(5, "First words"), titled(6, "Others"), titled(7, "New"))))
                .isEqualTo(2);
        index.settle();
        assertThat(index.putChanged(List.of(titled(6, "Other words")))).isEqualTo(1);
        index.settle();
        index.forget("ticket", 5);
        index.settle();
        assertThat(index.putChanged(List.of(titled(5, "First words")))).isEqualTo(1);
        index.settle();
        assertThat(find("words")).containsExactlyInAnyOrder(5L, 6L);
    }

    @Test
    void a_count_that_stopped_says_so() throws IOException {
        var many = new ArrayList<Document>();
        for (var id = 1; id <= 21_000; id++) {
            many.add(titled(id, "Payment"));
        }
        index.put(many);
        index.settle();

        var some = index.find(query("payment", 0, 20), false);
        assertThat(some.atLeast()).isTrue();
        assertThat(some.total()).isBetween(1_000L, 20_999L);
        assertThat(index.find(query("unicorn", 0, 20), false).atLeast()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "((",
                "a AND OR NOT",
                "field:value",
                "*",
                "te?t~2",
                "\\",
                "- -",
                "\"open phrase",
                "''",
                "+++",
                "[a TO b]",
                "\u0000",
                "🙂",
                "a/b/c",
                "-\"\"",
                "“",
                "t^9"
            })
    void no_text_breaks_the_search(String typed) throws IOException {
        put("Some text", "with words");

        assertThat(find(typed)).isNotNull();
        assertThat(find(typed.repeat(400))).isNotNull();
    }

    @Test
    void a_second_page_goes_on_where_the_first_ended() throws IOException {
        for (var i = 0; i < 30; i++) {
            put("Payment " + "again ".repeat(i), "");
        }
        var first = index.find(query("payment", 0, 20), false);
        var second = index.find(query("payment", 20, 20), false);

        assertThat(first.matches()).hasSize(20);
        assertThat(second.matches()).hasSize(10).doesNotContainAnyElementsOf(first.matches());
        assertThat(second.total()).isEqualTo(30);
    }

    @Test
    void what_was_committed_is_there_when_it_is_opened_again() throws IOException {
        put("Committed", "");
        index.commit(Map.of("place", "12"));
        put("Not committed", "");
        index.close();
        index = new TextIndex(folder, InstantSource.fixed(MONDAY));

        assertThat(find("committed")).hasSize(1);
        assertThat(index.note()).containsEntry("place", "12");
    }

    private long put(String title, String body) throws IOException {
        return put(title, body, MONDAY);
    }

    private long put(String title, String body, Instant at, String... exact) throws IOException {
        var id = ++ids;
        index.put(List.of(new Document("ticket", id, title, body, Arrays.asList(exact), null, null, List.of(), at)));
        index.refresh();
        return id;
    }

    private static Document titled(long id, String title) {
        return new Document("ticket", id, title, "", List.of(), null, null, List.of(), MONDAY);
    }

    private List<Long> find(String words) throws IOException {
        return found(words, Set.of(), null, null, Set.of());
    }

    private List<Long> found(
            String words, Set<String> kinds, @Nullable Long customer, @Nullable Long team, Set<String> tags)
            throws IOException {
        var ids = new ArrayList<Long>();
        index.find(new Search.Query(words, kinds, customer, team, tags, 0, 50), false)
                .matches()
                .forEach(match -> ids.add(match.id()));
        return ids;
    }

    private static Search.Query query(String words, int offset, int limit) {
        return new Search.Query(words, Set.of(), null, null, Set.of(), offset, limit);
    }
}
