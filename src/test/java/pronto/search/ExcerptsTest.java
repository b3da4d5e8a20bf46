package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody who searched sees why a text was found. */
class ExcerptsTest {

    @Test
    void a_word_is_marked_in_whatever_form_it_stands() {
        assertThat(shown("pagamenti", "Il pagamento con carta non va.")).isEqualTo("Il [pagamento] con carta non va.");
        assertThat(shown("printing", "It does not print, the PRINTER prints nothing."))
                .contains("[print]", "[prints]");
        assertThat(shown("perche", "Perché non stampa?")).contains("[Perché]");
    }

    @Test
    void a_word_that_is_still_typed_is_marked_by_its_beginning() {
        assertThat(shown("magaz", "La stampante del magazzino")).isEqualTo("La stampante del [magazzino]");
    }

    @Test
    void a_long_text_is_cut_around_the_first_of_them() {
        var text = "Buongiorno a tutti. ".repeat(40) + "La stampante tace. " + "Saluti. ".repeat(60);

        assertThat(shown("stampante", text))
                .startsWith("… ")
                .endsWith(" …")
                .contains("La [stampante] tace.")
                .hasSizeLessThan(260);
    }

    @Test
    void a_text_without_the_words_has_no_piece_to_show() {
        assertThat(Excerpts.of("fattura").around("La stampante tace.")).isEmpty();
        assertThat(Excerpts.of("\"").around("La stampante tace.")).isEmpty();
        assertThat(Excerpts.of("-stampante").around("La stampante tace.")).isEmpty();
    }

    @Test
    void what_is_cut_is_never_half_a_letter_more_than_there_is() {
        assertThat(shown("fine", "x".repeat(300) + " fine")).contains("[fine]");
        assertThat(shown("fine", "fine")).isEqualTo("[fine]");
    }

    private static String shown(String typed, String text) {
        var shown = new StringBuilder();
        Excerpts.of(typed)
                .around(text)
                .orElseThrow()
                .parts()
                .forEach(part -> shown.append(part.found() ? "[" + part.text() + "]" : part.text()));
        return shown.toString();
    }
}
