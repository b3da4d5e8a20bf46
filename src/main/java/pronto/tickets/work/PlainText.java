package pronto.tickets.work;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Rich text as people would type it: lines, items, quotations, and where a link leads. */
final class PlainText {

    private static final Set<String> BLOCKS =
            Set.of("p", "div", "pre", "ul", "ol", "table", "h1", "h2", "h3", "blockquote", "hr");

    private final StringBuilder lines = new StringBuilder();

    private PlainText() {}

    static String of(String html) {
        var text = new PlainText();
        text.children(Jsoup.parseBodyFragment(html).body());
        return text.lines
                .toString()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** The other way: plain text for an editor. */
    static String asHtml(String text) {
        return text.lines().map(Entities::escape).collect(joining("<br>", "<div>", "</div>"));
    }

    private void children(Node parent) {
        parent.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode words) {
            var preformatted = words.parent() instanceof Element parent && parent.closest("pre") != null;
            lines.append(preformatted ? words.getWholeText() : words.text().replace("\n", " "));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "br" -> lines.append('\n');
            case "li" -> item(element);
            case "td", "th" -> {
                children(element);
                lines.append('\t');
            }
            case "tr" -> {
                newLine();
                children(element);
            }
            case "a" -> link(element);
            case "blockquote" -> quotation(element);
            default -> {
                var block = BLOCKS.contains(element.normalName());
                if (block) {
                    newLine();
                }
                children(element);
                if (block) {
                    paragraphEnds(element);
                }
            }
        }
    }

    private void item(Element item) {
        newLine();
        var list = item.parent();
        var numbered = list != null && list.nameIs("ol");
        lines.append(numbered ? item.elementSiblingIndex() + 1 + ". " : "- ");
        children(item);
    }

    private void link(Element link) {
        children(link);
        var target = link.attr("href");
        var shown = link.text().strip();
        if (!target.isEmpty() && !target.equals(shown) && !target.equals("mailto:" + shown)) {
            lines.append(" <").append(target).append('>');
        }
    }

    private void quotation(Element quotation) {
        newLine();
        var inside = PlainText.of(quotation.html());
        inside.lines()
                .forEach(line ->
                        lines.append(line.isEmpty() ? ">" : "> ").append(line).append('\n'));
    }

    private void newLine() {
        if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n') {
            lines.append('\n');
        }
    }

    /** An editor makes a block of each line; only real paragraphs stand apart. */
    private void paragraphEnds(Element block) {
        newLine();
        if (!block.nameIs("div")) {
            lines.append('\n');
        }
    }
}
