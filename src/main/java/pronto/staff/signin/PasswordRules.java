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
import java.util.List;
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
        if (Guesser.KNOWING.measure(measured, withTheirParts(about)).getScore() < GOOD) {
            throw new Invalid("password-common", field);
        }
    }

    private static List<String> withTheirParts(List<String> about) {
        return about.stream()
                .flatMap(known -> Stream.concat(Stream.of(known), Arrays.stream(known.split("[^\\p{L}\\p{N}]+"))))
                .filter(known -> known.length() > 2)
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
