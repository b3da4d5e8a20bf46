package pronto.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts all forms of a word in the place of the word. Most words of a text were said before: what they become is
 * remembered, of the words that share a slot the last two.
 */
final class Forms extends TokenFilter {

    private static final char[][] NONE = {};
    private static final int LONGEST_REMEMBERED = 32;

    private record Known(int hash, char[] written, char[][] forms) {

        boolean is(int wanted, CharTermAttribute term) {
            return hash == wanted && Arrays.equals(written, 0, written.length, term.buffer(), 0, term.length());
        }
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Function<String, Collection<String>> forms;
    private final @Nullable Known[] known;
    private char[][] here = NONE;
    private int next;

    /** Remembers as many words as this power of two says. */
    Forms(TokenStream words, int power, Function<String, Collection<String>> forms) {
        super(words);
        this.known = new Known[1 << power];
        this.forms = forms;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < here.length) {
            step.setPositionIncrement(0);
            return put(here[next]);
        }
        var skipped = 0;
        while (input.incrementToken()) {
            here = known();
            next = 0;
            if (here.length > 0) {
                step.setPositionIncrement(step.getPositionIncrement() + skipped);
                return put(here[0]);
            }
            skipped += step.getPositionIncrement();
        }
        return false;
    }

    private boolean put(char[] form) {
        term.copyBuffer(form, 0, form.length);
        next++;
        return true;
    }

    private char[][] known() {
        var hash = 0;
        var letters = term.buffer();
        for (var at = 0; at < term.length(); at++) {
            hash = 31 * hash + letters[at];
        }
        var slot = (hash ^ hash >>> 16) & (known.length - 2);
        var first = known[slot];
        if (first != null && first.is(hash, term)) {
            return first.forms;
        }
        var second = known[slot + 1];
        var found = second != null && second.is(hash, term) ? second : made(hash);
        if (term.length() <= LONGEST_REMEMBERED) {
            known[slot] = found;
            known[slot + 1] = first;
        }
        return found.forms;
    }

    private Known made(int hash) {
        var made = forms.apply(Word.plain(term)).stream()
                .filter(form -> !form.isEmpty())
                .distinct()
                .map(String::toCharArray)
                .toArray(char[][]::new);
        return new Known(hash, Arrays.copyOf(term.buffer(), term.length()), made);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        here = NONE;
        next = 0;
    }
}
