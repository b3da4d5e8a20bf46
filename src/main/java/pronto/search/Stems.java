package pronto.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PorterStemmer;

/**
 * What all forms of a word have in common, in Italian and in English: nobody knows the language of what is searched.
 * Two words that have a stem in common in either language find each other. So that this takes one term for most words,
 * a stem that is the word itself is kept only where there is no other; who asks looks for what was left out as well.
 */
final class Stems {

    private final SnowballStemmer italian = new ItalianStemmer();
    private final SnowballStemmer english = new PorterStemmer();

    /** The terms of a word of a text; none where it tells nothing. */
    Set<String> kept(String word) {
        if (Analysis.isStopWord(word)) {
            return Set.of();
        }
        var inItalian = stem(italian, word);
        var inEnglish = stem(english, word);
        if (inItalian.equals(word) || inItalian.equals(inEnglish)) {
            return Set.of(inEnglish);
        }
        return inEnglish.equals(word) ? Set.of(inItalian) : Set.of(inItalian, inEnglish);
    }

    /** The terms under which a text can hold a form of this word. */
    Set<String> asked(String word) {
        if (Analysis.isStopWord(word)) {
            return Set.of();
        }
        var inItalian = stem(italian, word);
        var inEnglish = stem(english, word);
        var asked = new LinkedHashSet<String>();
        asked.add(inItalian);
        asked.add(inEnglish);
        asked.add(stem(italian, inEnglish));
        asked.add(stem(english, inItalian));
        return asked;
    }

    private static String stem(SnowballStemmer language, String word) {
        if (word.length() < 3) {
            return word;
        }
        language.setCurrent(word);
        language.stem();
        return language.getCurrent();
    }
}
