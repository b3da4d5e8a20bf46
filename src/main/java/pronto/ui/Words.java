package pronto.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every text of the product in every language, read once from {@code words/<module>_<language>.properties}. */
@Component
public class Words {

    public static final List<String> LANGUAGES = List.of("en", "it");

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Words() {
        LANGUAGES.forEach(language -> byLanguage.put(language, load(language)));
    }

    /** The locale of a language: English has British dates and 24 hours. */
    public static Locale locale(String language) {
        return language.equals("it") ? Locale.ITALY : Locale.UK;
    }

    public boolean has(String key) {
        return words("en").containsKey(key);
    }

    /** All words of one language by their keys. */
    public Map<String, String> words(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /** The text of a key with its named arguments put in; a key nobody wrote is shown as it is. */
    String say(String language, String key, Map<String, ?> arguments) {
        var pattern = words(language).get(key);
        if (pattern == null) {
            LOG.warn("There is no word {} in {}", key, language);
            return key;
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        var format =
                formats.computeIfAbsent(language + ' ' + key, missing -> new MessageFormat(pattern, locale(language)));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    private static Map<String, String> load(String language) {
        try {
            var all = new HashMap<String, String>();
            var files = new PathMatchingResourcePatternResolver(Words.class.getClassLoader())
                    .getResources("classpath*:words/*_" + language + ".properties");
            for (var file : files) {
                var words = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(in);
                }
                words.forEach((key, word) -> {
                    if (all.put((String) key, (String) word) != null) {
                        throw new IllegalStateException("The word " + key + " is written twice in " + language);
                    }
                });
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
