package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

class StemsTest {

    private static final List<String> WORDS = List.of(
            ("stampante stampanti stampa stampare stampato stamp stamps stamped fattura fatture fatturazione invoice invoices"
                            + " invoiced invoicing ordine ordini order orders ordered database databases pizza pizze pizzas"
                            + " camera cameras camere quota quote quotas errore errori error errors licenza licenze license"
                            + " licenses gas bonus access accesso accessi accesses login logins porta porte port ports"
                            + " printing printed print prints printer printers schema schemi schemas video videos area aree areas"
                            + " station stations stazione stazioni caffe utente utenti user users used uses update updates"
                            + " updated updating aggiornamento aggiornamenti aggiornare pagamento pagamenti pagare pay pays paid"
                            + " t48231k 504 4k")
                    .split(" "));

    private final Stems stems = new Stems();
    private final SnowballStemmer italian = new ItalianStemmer();
    private final SnowballStemmer english = new PorterStemmer();

    @Test
    void words_of_one_stem_in_either_language_find_each_other() {
        for (var asked : WORDS) {
            for (var kept : WORDS) {
                if (stem(italian, asked).equals(stem(italian, kept))
                        || stem(english, asked).equals(stem(english, kept))) {
                    assertThat(Collections.disjoint(stems.asked(asked), stems.kept(kept)))
                            .as("%s finds %s", asked, kept)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void most_words_are_one_term() {
        assertThat(WORDS.stream().mapToInt(word -> stems.kept(word).size()).sum())
                .isLessThan(WORDS.size() * 13 / 10);
    }

    @Test
    void a_word_that_tells_nothing_is_no_term() {
        assertThat(stems.kept("della")).isEmpty();
        assertThat(stems.kept("the")).isEmpty();
        assertThat(stems.asked("perche")).isEmpty();
        assertThat(stems.asked("sistema")).isNotEqualTo(Set.of());
    }

    private static String stem(SnowballStemmer language, String word) {
        language.setCurrent(word);
        language.stem();
        return language.getCurrent();
    }
}
