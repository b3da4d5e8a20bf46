package pronto.knowledge.articles;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** Text with formats: what may be in it, and what is left of it without markup. */
public final class RichText {

    private static final Document.OutputSettings AS_IT_IS = new Document.OutputSettings().prettyPrint(false);

    /** What an editor leaves at the end of a paragraph, where it shows nothing. */
    private static final Pattern EDITORS_MARK = Pattern.compile("([^>])<br></(p|li|div)>");

    private RichText() {}

    private static Safelist allowed() {
        return new Safelist()
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
                        "h3",
                        "a")
                .addAttributes("a", "href")
                .addProtocols("a", "href", "http", "https", "mailto", "tel");
    }

    public static String clean(String html) {
        var given = Jsoup.parseBodyFragment(html);
        // A page has one heading of each higher level, and it is not here.
        given.select("h1, h2, h4, h5, h6").tagName("h3");
        given.outputSettings(AS_IT_IS);
        var clean = Jsoup.clean(given.body().html(), "", allowed(), AS_IT_IS);
        return EDITORS_MARK.matcher(clean).replaceAll("$1</$2>").strip();
    }

    /** As it is drawn in a page: made safe once more, and a link leaves the console where it is. */
    public static String drawn(String html) {
        var linked = allowed().addEnforcedAttribute("a", "rel", "noopener noreferrer");
        return Jsoup.clean(html, "", linked.addEnforcedAttribute("a", "target", "_blank"), AS_IT_IS);
    }

    public static String plain(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }
}
