package pronto.knowledge.answers;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** The text of an answer: what may be in it, and what is left of it without markup. */
final class AnswerText {

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "p",
                    "div",
                    "br",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "a")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto", "tel");

    /** What an editor leaves at the end of a paragraph, where it shows nothing. */
    private static final Pattern EDITORS_MARK = Pattern.compile("([^>])<br></(p|li|div)>");

    private AnswerText() {}

    static String clean(String html) {
        var clean = Jsoup.clean(html, "", ALLOWED, new Document.OutputSettings().prettyPrint(false));
        return EDITORS_MARK.matcher(clean).replaceAll("$1</$2>").strip();
    }

    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
