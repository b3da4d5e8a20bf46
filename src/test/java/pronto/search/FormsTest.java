package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class FormsTest {

    private final Analyzer analyzer = Analysis.analyzer();

    @Test
    void a_body_keeps_stems_in_the_place_of_words_and_leaves_the_place_of_others_empty() throws IOException {
        assertThat(terms(Fields.BODY, "L'ordine della Stampate è là"))
                .containsExactlyInAnyOrder("1:ordin", "3:stamp", "3:stampat");
    }

    @Test
    void a_title_keeps_words_as_they_are_written_as_well() throws IOException {
        assertThat(terms(Fields.TITLE, "The customer's CAFFÈ"))
                .containsExactlyInAnyOrder("1:the", "2:customer", "2:custom", "3:caffe", "3:caff");
    }

    @Test
    void a_beginning_ends_between_letters() throws IOException {
        assertThat(terms(Fields.BEGINNING, "Città \uD835\uDC00\uD835\uDC01x a"))
                .startsWith("1:ci", "1:cit", "1:citt", "1:citta");
    }

    @Test
    void a_word_becomes_the_same_however_many_were_remembered_since() throws IOException {
        var many = IntStream.range(0, 100_000)
                .mapToObj(number -> "parola" + number)
                .toList();
        var text = "fatture " + String.join(" ", many) + " fatture " + String.join(" ", many) + " fatture";

        assertThat(terms(Fields.BODY, text))
                .filteredOn(term -> term.endsWith(":fattur"))
                .hasSize(3);
    }

    private List<String> terms(String field, String text) throws IOException {
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            for (var place = 0; stream.incrementToken(); ) {
                place += step.getPositionIncrement();
                terms.add(place + ":" + term);
            }
            stream.end();
        }
        return terms;
    }
}
