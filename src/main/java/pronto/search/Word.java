package pronto.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A word and its place in a text, as words are compared: in small letters, without article, possessive and accents. */
record Word(String plain, int place) {

    private static final Set<String> ARTICLES = Set.of(
            "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl",
            "sugl", "un", "m", "t", "s", "v", "d", "quest", "quell");

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        try (var read = new StandardTokenizer()) {
            var term = read.getAttribute(CharTermAttribute.class);
            var step = read.getAttribute(PositionIncrementAttribute.class);
            read.setReader(new StringReader(text));
            read.reset();
            for (var place = 0; read.incrementToken(); ) {
                place += step.getPositionIncrement();
                words.add(new Word(plain(term), place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    static String plain(CharSequence written) {
        var small = new StringBuilder(written.length());
        var simple = true;
        for (var at = 0; at < written.length(); ) {
            var letter = Character.codePointAt(written, at);
            simple &= letter < 0x80 && letter != '\'';
            small.appendCodePoint(Character.toLowerCase(letter));
            at += Character.charCount(letter);
        }
        var word = small.toString();
        return simple ? word : folded(withoutPossessive(withoutArticle(word)));
    }

    private static String withoutArticle(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (isApostrophe(word.charAt(at))) {
                return ARTICLES.contains(word.substring(0, at)) ? word.substring(at + 1) : word;
            }
        }
        return word;
    }

    private static String withoutPossessive(String word) {
        var end = word.length() - 2;
        return end > 0 && word.endsWith("s") && isApostrophe(word.charAt(end)) ? word.substring(0, end) : word;
    }

    private static boolean isApostrophe(char letter) {
        return letter == '\'' || letter == '’' || letter == '＇';
    }

    static String folded(String word) {
        var letters = word.toCharArray();
        var folded = new char[letters.length * 4];
        return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length));
    }
}
