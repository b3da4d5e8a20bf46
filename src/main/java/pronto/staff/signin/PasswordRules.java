package pronto.staff.signin;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.io.ClasspathResource;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pronto.ui.Invalid;

/**
 * Which passwords are good enough: long, and not what a guesser tries first. Nothing is asked about capitals, digits or
 * signs; that only makes people predictable.
 */
@Component
public class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** Longer texts are measured by their beginning: measuring grows with the square of the length. */
    private static final int MEASURED = 72;

    private static final int LEFT_TO_GUESS = 6;

    /** zxcvbn's third of four steps: more than a hundred million guesses. */
    private static final int GOOD = 3;

    /** Refuses by the field of the form that it came in. {@code about} is what a guesser knows of the person. */
    public void check(String password, String field, List<String> about) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new Invalid("password-too-short", field, Map.of("shortest", SHORTEST));
        }
        if (length > LONGEST) {
            throw new Invalid("password-too-long", field, Map.of("longest", LONGEST));
        }
        var measured = password.substring(0, Math.min(password.length(), MEASURED));
        // Without its signs, and without the person's own words, there must still be something left to guess: a dot
        // between two known words makes the measure far too kind.
        var bare = measured.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        var parts = withTheirParts(about);
        var own = parts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        var rest = own.stream().reduce(bare, (left, part) -> left.replace(part, ""));
        if (rest.length() < LEFT_TO_GUESS || score(measured, parts) < GOOD || score(bare, parts) < GOOD) {
            throw new Invalid("password-common", field);
        }
    }

    private static int score(String password, List<String> about) {
        return Guesser.KNOWING.measure(password, about).getScore();
    }

    private static List<String> withTheirParts(List<String> about) {
        return about.stream()
                .flatMap(known -> Stream.concat(Stream.of(known), Arrays.stream(known.split("[^\\p{L}\\p{N}]+"))))
                .filter(known -> known.length() > 2)
                .map(known -> known.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Loaded when the first password is set, not at start. */
    private static final class Guesser {

        static final Zxcvbn KNOWING = knowing("italian", "here");

        private static Zxcvbn knowing(String... lists) {
            try {
                var builder = new ZxcvbnBuilder()
                        .dictionaries(StandardDictionaries.loadAllDictionaries())
                        .keyboards(StandardKeyboards.loadAllKeyboards());
                for (var list : lists) {
                    builder.dictionary(words(list));
                }
                return builder.build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Dictionary words(String list) throws IOException {
            return new DictionaryLoader(list, new ClasspathResource("/passwords/" + list + ".txt")).load();
        }
    }
}
