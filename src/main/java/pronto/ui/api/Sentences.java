package pronto.ui.api;

import java.util.Locale;
import java.util.Map;

/** Says a word of the words files, with what it names, in one of our languages. */
interface Sentences {

    String of(String word, Map<String, Object> arguments, Locale locale);
}
