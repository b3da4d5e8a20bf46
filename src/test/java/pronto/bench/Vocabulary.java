package pronto.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Italian and English as mails are full of them: few words very often, most words hardly ever. The same seed, the same words. */
final class Vocabulary {

    private static final int WORDS = 120_000;
    private static final int DRAWN_FROM = 1 << 21;

    private static final String[] FREQUENT = """
            di e il la che non per un una con the to and of in is we for that it si mi ci al del da sono abbiamo
            you this not on have our be are with ho è ma più come questo nel alla le gli i your when after grazie
            buongiorno hello thanks ordine pagamento order payment cliente customer errore error fattura invoice prodotto
            product stampante printer cassa checkout magazzino stock accesso login password sconto discount
            etichetta label corriere courier reso refund listino price aggiornamento update schermata screen negozio shop
            """.trim().split("\\s+");

    private static final String[] SYLLABLES = """
            ba be bi bo ca ce ci co da de di do fa fe fi ga ge gi go la le li lo lu ma me mi mo na ne ni no pa pe pi po
            ra re ri ro sa se si so ta te ti to va ve vi za zo stra pre con tra scu gli gna chi sta ver ment ing er al
            """.trim().split("\\s+");

    private final String[] words = new String[WORDS];
    private final int[] drawn = new int[DRAWN_FROM];

    Vocabulary(long seed) {
        var random = new SplittableRandom(seed);
        var known = new HashSet<>(Arrays.asList(FREQUENT));
        System.arraycopy(FREQUENT, 0, words, 0, FREQUENT.length);
        for (var rank = FREQUENT.length; rank < WORDS; ) {
            var word = new StringBuilder();
            for (var part = random.nextInt(2, 6); part > 0; part--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (known.add(word.toString())) {
                words[rank++] = word.toString();
            }
        }
        draw();
    }

    /** Zipf's law: the second word half as often as the first, the third a third. */
    private void draw() {
        var sum = 0.0;
        for (var rank = 1; rank <= WORDS; rank++) {
            sum += 1.0 / rank;
        }
        var at = 0.0;
        var rank = 0;
        for (var slot = 0; slot < DRAWN_FROM; slot++) {
            while (rank < WORDS - 1 && at + 1.0 / (rank + 1) / sum <= (double) slot / DRAWN_FROM) {
                at += 1.0 / ++rank / sum;
            }
            drawn[slot] = rank;
        }
    }

    String word(SplittableRandom random) {
        return words[drawn[random.nextInt(DRAWN_FROM)]];
    }

    String words(SplittableRandom random, int count) {
        var text = new StringJoiner(" ");
        for (var word = 0; word < count; word++) {
            text.add(word(random));
        }
        return text.toString();
    }

    /** Lines of some seventy letters, as mails have them. */
    String lines(SplittableRandom random, int count) {
        var text = new StringBuilder(count * 7);
        for (var word = 1; word <= count; word++) {
            text.append(word(random)).append(word == count ? "." : word % 11 == 0 ? "\n" : " ");
        }
        return text.toString();
    }
}
