package pronto.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody typed to search, taken apart: words, phrases in quotes, what must not be there, and whether the last
 * word may still go on.
 */
record Typed(String whole, List<String> words, List<String> phrases, List<String> unwanted, boolean goesOn) {

    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 20;
    private static final Pattern PART =
            Pattern.compile("(?<not>-?)(?:[\"“”«](?<phrase>[^\"“”»]*)[\"“”»]?|(?<word>[^\\s\"“”«]+))");

    static Typed read(String text) {
        var whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var words = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        var parts = PART.matcher(whole);
        while (parts.find() && words.size() + phrases.size() + unwanted.size() < MOST_WORDS) {
            var said = parts.group("phrase") != null ? parts.group("phrase") : parts.group("word");
            if (!said.chars().anyMatch(Character::isLetterOrDigit)) {
                continue;
            }
            if (parts.group("not").equals("-")) {
                unwanted.add(said);
            } else if (parts.group("phrase") != null) {
                phrases.add(said);
            } else {
                words.add(said);
            }
        }
        return new Typed(whole.strip(), words, phrases, unwanted, endsInWord(whole, words));
    }

    /** The words that must be found: those that tell nothing count only where there is nothing else. */
    List<String> tellingWords() {
        var telling = words.stream()
                .filter(word -> !Analysis.isStopWord(word.toLowerCase(Locale.ROOT)))
                .toList();
        return telling.isEmpty() && phrases.isEmpty() ? words : telling;
    }

    private static boolean endsInWord(String whole, List<String> words) {
        return !words.isEmpty() && whole.endsWith(words.getLast());
    }

    /** Whether words must stand behind each other, as those of a phrase or the parts of a compound. */
    boolean inOrder() {
        return !phrases.isEmpty()
                || words.stream().anyMatch(word -> Word.of(word).size() > 1);
    }

    boolean isBlank() {
        return words.isEmpty() && phrases.isEmpty() && unwanted.isEmpty();
    }
}
