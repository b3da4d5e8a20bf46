package pronto.catalog.kept;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.regex.Pattern;

/** Text as it is looked for: lower case, without accents, and what means something in a pattern meant literally. */
final class Folded {

    private static final int MOST_WORDS = 8;
    private static final Transliterator FOLDING =
            Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower; NFC");
    private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s]+");

    private Folded() {}

    static String of(String text) {
        return GAPS.matcher(FOLDING.transliterate(text)).replaceAll(" ").strip();
    }

    /** A pattern for each word that was typed. */
    static List<String> patterns(String typed) {
        return GAPS.splitAsStream(of(typed))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toList();
    }
}
