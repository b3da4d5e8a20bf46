package pronto.knowledge.answers;

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

    private AnswerText() {}

    static String clean(String html) {
        return Jsoup.clean(html, "", ALLOWED, new Document.OutputSettings().prettyPrint(false))
                .strip();
    }

    static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
