package pronto.knowledge.answers;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.articles.RichText;

/** How well an answer fits what is typed: accents and case do not count, a name counts more than a body. */
final class Likeness {

    static final int NONE = 0;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String[] words;
    private final String whole;

    Likeness(String typed) {
        this.whole = folded(typed);
        this.words = whole.isEmpty() ? new String[0] : whole.split(" ", -1);
    }

    int of(CannedAnswer answer) {
        var name = folded(answer.name());
        if (name.startsWith(whole)) {
            return 4;
        }
        if (all(" " + name, " ")) {
            return 3;
        }
        if (all(name, "")) {
            return 2;
        }
        return all(name + " " + folded(RichText.plain(answer.html())), "") ? 1 : NONE;
    }

    private boolean all(String text, String before) {
        for (var word : words) {
            if (!text.contains(before + word)) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        var bare = MARKS.matcher(Normalizer2.getNFKDInstance().normalize(text)).replaceAll("");
        return GAPS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
