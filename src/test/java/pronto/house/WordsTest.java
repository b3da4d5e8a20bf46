package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pronto.ui.Words;

/** What is written on screens and in mails is complete, and in both languages. */
class WordsTest {

    private static final Pattern ASKED =
            Pattern.compile("\\b(?:text|texts|t)\\.(?:of|html)\\(\\s*\"([A-Za-z0-9_.-]+)\"\\s*[,)]");
    private static final Pattern REFUSAL = Pattern.compile("public String name\\(\\) \\{\\s*return \"([a-z-]+)\";");

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern KEY = Pattern.compile("^[ \\t]*([^#!\\s=:][^\\s=:]*)", Pattern.MULTILINE);

    private final Words words = new Words();

    @Test
    void italian_and_english_have_the_same_words() {
        assertThat(new TreeSet<>(words.words("it").keySet()))
                .isEqualTo(new TreeSet<>(words.words("en").keySet()));
    }

    @Test
    void a_key_stands_once_in_its_file() {
        var twice = new ArrayList<String>();
        Sources.of(WORDS, ".properties").forEach((file, source) -> {
            var seen = new HashSet<String>();
            KEY.matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(key + " in " + file));
        });
        assertThat(twice).as("of two, the later silently wins").isEmpty();
    }

    @Test
    void a_word_names_the_same_things_in_both_languages() {
        var differing = new TreeMap<String, String>();
        words.words("en").forEach((key, english) -> {
            var italian = words.words("it").getOrDefault(key, english);
            if (!names(english).equals(names(italian))) {
                differing.put(key, names(english) + " but " + names(italian));
            }
        });
        assertThat(differing).isEmpty();
    }

    @Test
    void an_apostrophe_is_a_real_one() {
        for (var language : Words.LANGUAGES) {
            assertThat(words.words(language))
                    .as("write \u2019, since ' quotes")
                    .allSatisfy((key, word) -> assertThat(word).as(key).doesNotContain("'"));
        }
    }

    @Test
    void nobody_is_shouted_at() {
        for (var language : Words.LANGUAGES) {
            assertThat(words.words(language))
                    .allSatisfy((key, word) -> assertThat(word).as(key).doesNotContain("!"));
        }
    }

    @Test
    void every_word_that_is_asked_for_is_there() {
        var missing = new ArrayList<String>();
        all().forEach((file, source) -> ASKED.matcher(source)
                .results()
                .map(found -> found.group(1))
                .forEach(key -> {
                    if (!words.has(key)) {
                        missing.add(key + " in " + file);
                    }
                }));
        assertThat(missing).as("add them to both words files of the module").isEmpty();
    }

    @Test
    void every_refusal_has_its_sentence() {
        var missing = new TreeSet<String>();
        Sources.of(Sources.MAIN, ".java").values().stream()
                .filter(source -> source.contains("extends Refusal"))
                .forEach(source -> REFUSAL.matcher(source)
                        .results()
                        .map(found -> "refusal." + found.group(1))
                        .filter(key -> !words.has(key))
                        .forEach(missing::add));
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> all() {
        var all = Sources.of(Sources.MAIN, ".jte");
        all.putAll(Sources.of(Sources.MAIN, ".java"));
        return all;
    }

    private static TreeSet<String> names(String word) {
        return new TreeSet<>(new MessageFormat(word).getArgumentNames());
    }
}
