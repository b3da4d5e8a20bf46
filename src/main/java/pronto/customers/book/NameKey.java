package pronto.customers.book;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** A name as it is sorted and looked up: lower case, without accents, in plain letters wherever it was written. */
final class NameKey {

    private static final Transliterator FOLDING =
            Transliterator.getInstance("NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower; NFC");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    private NameKey() {}

    static String of(String name) {
        return BLANKS.matcher(FOLDING.transliterate(name)).replaceAll(" ").strip();
    }

    /** The pattern of what begins with this; what means something in a pattern is meant literally. */
    static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
