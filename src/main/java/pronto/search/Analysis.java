package pronto.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How text becomes terms: a title as it is written and by its stems, a body by its stems alone. */
final class Analysis {

    /** Grows with every change here or in {@link Fields}: an index made by another version is built anew. */
    static final int VERSION = 4;

    /** As many letters of a word as are kept as a beginning of it. */
    static final int SHORTEST_BEGINNING = 2;

    static final int LONGEST_BEGINNING = 8;

    private static final Set<String> STOP_WORDS =
            words(ItalianAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet());

    private Analysis() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                new KeywordAnalyzer(),
                Map.of(
                        Fields.TITLE,
                        new InForms(10, () -> {
                            var stems = new Stems();
                            return word -> both(word, stems.kept(word));
                        }),
                        Fields.BEGINNING,
                        new InForms(10, () -> Analysis::beginnings),
                        Fields.BODY,
                        new InForms(14, () -> new Stems()::kept)));
    }

    /** Whether a language leaves this word out of its terms, so that nobody can be made to find it. */
    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    /** Every beginning of a word is a term: whoever is still typing is answered as quickly as whoever has typed it. */
    static List<String> beginnings(String word) {
        var letters = word.codePointCount(0, word.length());
        return IntStream.rangeClosed(SHORTEST_BEGINNING, Math.min(letters, LONGEST_BEGINNING))
                .mapToObj(length -> word.substring(0, word.offsetByCodePoints(0, length)))
                .toList();
    }

    private static Collection<String> both(String word, Set<String> stems) {
        var forms = new ArrayList<String>();
        forms.add(word);
        forms.addAll(stems);
        return forms;
    }

    private static Set<String> words(CharArraySet... sets) {
        var words = new HashSet<String>();
        for (var set : sets) {
            for (var word : set) {
                words.add(new String((char[]) word));
                words.add(Word.folded(new String((char[]) word)));
            }
        }
        return Set.copyOf(words);
    }

    private static final class InForms extends Analyzer {

        private final int remembered;
        private final Supplier<Function<String, Collection<String>>> forms;

        InForms(int remembered, Supplier<Function<String, Collection<String>>> forms) {
            this.remembered = remembered;
            this.forms = forms;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new Forms(words, remembered, forms.get()));
        }
    }
}
