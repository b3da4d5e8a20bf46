package pronto.channels.email;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a text is Italian or English, by the small words nobody can do without; null where it is not clear. */
final class Language {

    private static final Set<String> ITALIAN = words("""
            il lo la gli le di del della dei delle dello degli da dal dalla in nel nella con per tra fra su sul sulla che chi
            non è sono ho hai ha abbiamo avete hanno siamo sia era stato stata un uno una mi ti ci vi si ne come quando dove
            perché perche più piu anche ma se questo questa questi queste quello quella nostro nostra vostro vostra grazie
            buongiorno buonasera salve cordiali saluti distinti gentile posso può possiamo potete puoi vorrei dovrei fare
            alla allo alle agli al ai dopo prima senza molto tutto tutti ancora già solo sempre stiamo riesco riusciamo
            funziona ciao oggi ieri domani errore aiuto""");
    private static final Set<String> ENGLISH = words("""
            the of and to a in is it you that he was for on are with as they be at this have from or had by but not what all
            were we when your can said there use an each which she do how their if will up other about out many then them
            these so some her would make like him into has our us i am my me please thanks thank hello hi dear regards best
            could cannot can't don't doesn't isn't won't any does did just since after before still here where why who get
            been being no yes more than only also too now today yesterday tomorrow help error""");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}']+");
    /** l'errore, dell'account: no English word begins so. */
    private static final Pattern ELIDED = Pattern.compile("(?:l|un|dell|all|nell|sull|dall|c|d|quell)'\\p{L}{2,}");

    private static final int ENOUGH = 2000;

    private Language() {}

    static @Nullable String of(String text) {
        int italian = 0;
        int english = 0;
        var lower = text.substring(0, Math.min(text.length(), ENOUGH)).toLowerCase(Locale.ITALIAN);
        for (String word : BREAK.split(lower)) {
            italian += ITALIAN.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
            italian += word.indexOf('\'') > 0 && ELIDED.matcher(word).matches() ? 1 : 0;
        }
        return italian == english ? null : italian > english ? "it" : "en";
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
    }
}
