package pronto.tickets.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What one of us wrote, drawn in the page itself: made anew from the elements the editor knows, so that nothing of the
 * stored text is ever copied as markup.
 */
public record Rich(String html, Map<String, String> pictures) implements Content {

    public Rich(String html) {
        this(html, Map.of());
    }

    private static final Set<String> ELEMENTS =
            Set.of("p", "b", "strong", "i", "em", "u", "s", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "div");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:).+");

    @Override
    public void writeTo(TemplateOutput output) {
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> write(node, output));
    }

    private void write(Node node, TemplateOutput output) {
        if (node instanceof TextNode text) {
            output.writeContent(Entities.escape(text.getWholeText()));
        } else if (node instanceof Element element) {
            write(element, output);
        }
    }

    private void write(Element element, TemplateOutput output) {
        var name = element.normalName();
        if (name.equals("br")) {
            output.writeContent("<br>");
        } else if (name.equals("a") && LINK.matcher(element.attr("href")).matches()) {
            output.writeContent("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\""
                    + Entities.escape(element.attr("href")).replace("\"", "&quot;") + "\">");
            inside(element, output);
            output.writeContent("</a>");
        } else if (name.equals("img")) {
            picture(element, output);
        } else if (element.hasAttr("data-mention")) {
            output.writeContent("<b class=\"mention\">");
            inside(element, output);
            output.writeContent("</b>");
        } else if (ELEMENTS.contains(name)) {
            output.writeContent("<" + name + ">");
            inside(element, output);
            output.writeContent("</" + name + ">");
        } else {
            inside(element, output);
        }
    }

    /** One that lies on the message itself; no other is ever fetched. */
    private void picture(Element element, TemplateOutput output) {
        var source = pictures.get(element.attr("src").replaceFirst("(?i)^cid:", ""));
        if (source != null) {
            output.writeContent("<img loading=\"lazy\" src=\"" + quoted(source) + "\" alt=\""
                    + quoted(element.attr("alt")) + "\">");
        }
    }

    private static String quoted(String value) {
        return Entities.escape(value).replace("\"", "&quot;");
    }

    private void inside(Element element, TemplateOutput output) {
        element.childNodes().forEach(child -> write(child, output));
    }
}
