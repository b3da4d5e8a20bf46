package pronto.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands out texts: in the language of whoever reads a screen, or of whoever will get a mail. */
@Component
public class Texts {

    private final Words words;
    private final InstantSource time;

    Texts(Words words, InstantSource time) {
        this.words = words;
        this.time = time;
    }

    public Text of(Reader reader) {
        return in(reader.language(), reader.zone());
    }

    public Text in(String language, ZoneId zone) {
        return new Text(words, language, zone, time.instant());
    }

    /** The sentence of a refusal; a name without a sentence of its own is told by its kind. */
    public String refusal(Text text, Refusal refusal) {
        var key = "refusal." + refusal.name();
        return text.of(words.has(key) ? key : "refusal." + refusal.kind(), Map.copyOf(refusal.arguments()));
    }
}
