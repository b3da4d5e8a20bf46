package pronto.ui.api;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.ui.Reader;
import pronto.ui.Texts;

/** The sentences of the words files. */
@Component
class SentencesOfWords implements Sentences {

    private final Texts texts;

    SentencesOfWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String of(String word, Map<String, Object> arguments, Locale locale) {
        return texts.in(Reader.languageOf(locale), ZoneOffset.UTC).of(word, arguments);
    }
}
