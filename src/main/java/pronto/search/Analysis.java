package pronto.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.ItalianStemmer;

/** How text becomes terms: as it is written, as Italian, as English. Nobody knows the language of what is searched. */
final class Analysis {

    /** Grows with every change here or in {@link Fields}: an index made by another version is built anew. */
    static final int VERSION = 2;

    /** As many letters of a word as are kept as a beginning of it. */
    static final int SHORTEST_BEGINNING = 2;

    static final int LONGEST_BEGINNING = 8;

    private static final CharArraySet ARTICLES = new CharArraySet(
            List.of(
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl",
                    "negl", "sugl", "un", "m", "t", "s", "v", "d", "quest", "quell"),
            true);

    private static final CharArraySet ITALIAN_STOP_WORDS = folded(ItalianAnalyzer.getDefaultStopSet());

    private Analysis() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(
                new KeywordAnalyzer(),
                Map.of(
                        Fields.TITLE, new AsWritten(),
                        Fields.BEGINNING, new Beginnings(),
                        Fields.TITLE_IT, new Italian(),
                        Fields.TITLE_EN, new English(),
                        Fields.BODY_IT, new Italian(),
                        Fields.BODY_EN, new English()));
    }

    /** Whether a language leaves this word out of its terms, so that nobody can be made to find it. */
    static boolean isStopWord(String word) {
        return ITALIAN_STOP_WORDS.contains(word)
                || ItalianAnalyzer.getDefaultStopSet().contains(word)
                || EnglishAnalyzer.getDefaultStopSet().contains(word);
    }

    private static CharArraySet folded(CharArraySet words) {
        var folded = new CharArraySet(words.size(), true);
        for (var word : words) {
            var letters = (char[]) word;
            var plain = new char[letters.length * 4];
            folded.add(new String(plain, 0, ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length)));
        }
        return folded;
    }

    private static final class AsWritten extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(withoutArticles(words)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream word) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(word));
        }
    }

    /** Every beginning of a word is a term: whoever is still typing is answered as quickly as whoever has typed it. */
    private static final class Beginnings extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            var plain = new ASCIIFoldingFilter(withoutArticles(words));
            return new TokenStreamComponents(
                    words, new EdgeNGramTokenFilter(plain, SHORTEST_BEGINNING, LONGEST_BEGINNING, false));
        }
    }

    private static final class Italian extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            // Folded first: whoever leaves an accent out must arrive at the same stem.
            var telling = new StopFilter(new ASCIIFoldingFilter(withoutArticles(words)), ITALIAN_STOP_WORDS);
            return new TokenStreamComponents(words, new SnowballFilter(telling, new ItalianStemmer()));
        }
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            var lower = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            var telling = new StopFilter(lower, EnglishAnalyzer.getDefaultStopSet());
            return new TokenStreamComponents(words, new PorterStemFilter(telling));
        }
    }

    private static TokenStream withoutArticles(Tokenizer words) {
        return new ElisionFilter(new LowerCaseFilter(words), ARTICLES);
    }
}
