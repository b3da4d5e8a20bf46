package pronto.channels.email.html;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML of strangers harmless: a list of what may stay, nothing else. Links lead to the web, to mail or to a
 * telephone; pictures are those that came with the mail, and foreign ones wait as {@code data-src} until somebody asks.
 */
public final class Sanitiser {

    /** Harmless HTML, and whether pictures of other hosts wait in it. */
    public record Harmless(String html, boolean remoteImages) {}

    private static final String[] ELEMENTS = {
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "b",
        "bdi",
        "bdo",
        "big",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "font",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "wbr"
    };
    private static final Set<String> STYLES = Set.of(
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "direction",
            "display",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "max-width",
            "min-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-indent",
            "text-transform",
            "vertical-align",
            "white-space",
            "width",
            "word-wrap");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}%?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z-]{1,20}");
    private static final Pattern COLOUR = Pattern.compile("#?[A-Za-z0-9]{1,20}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowWithoutAttributes("a", "font", "span", "img")
            .allowStyling(CssSchema.withProperties(STYLES))
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title", "lang")
            .globally()
            .allowAttributes("dir", "align", "valign", "type")
            .matching(WORD)
            .globally()
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .globally()
            .allowAttributes("border", "cellpadding", "cellspacing", "colspan", "rowspan", "span", "start", "size")
            .matching(NUMBER)
            .globally()
            .allowAttributes("bgcolor", "color")
            .matching(COLOUR)
            .globally()
            .allowAttributes("face")
            .onElements("font")
            .toFactory();

    private static final List<String> LINKS = List.of("http://", "https://", "mailto:", "tel:");

    private Sanitiser() {}

    public static Harmless clean(String html) {
        var page = Jsoup.parseBodyFragment(POLICY.sanitize(html));
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        page.select("a[href]").forEach(Sanitiser::link);
        // From the end: each that is removed moves what stands behind it.
        page.select("img").reversed().forEach(Sanitiser::picture);
        return new Harmless(page.body().html(), page.selectFirst("img[data-src]") != null);
    }

    private static void link(Element link) {
        var target = link.attr("href").strip();
        if (startsWithAny(target, LINKS)) {
            link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
        } else {
            link.removeAttr("href");
        }
    }

    private static void picture(Element picture) {
        var source = picture.attr("src").strip();
        if (startsWithAny(source, List.of("http://", "https://"))) {
            picture.attr("data-src", source).removeAttr("src");
        } else if (!startsWithAny(source, List.of("cid:"))) {
            picture.remove();
        }
    }

    private static boolean startsWithAny(String text, List<String> beginnings) {
        var lower = text.toLowerCase(Locale.ROOT);
        return beginnings.stream().anyMatch(lower::startsWith);
    }
}
