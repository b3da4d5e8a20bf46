package pronto.channels.email.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** HTML as text that reads well: paragraphs, lists, rows, quotations, and where links lead. */
public final class HtmlText implements NodeFilter {

    private static final Set<String> UNSEEN =
            Set.of("head", "script", "style", "title", "template", "noscript", "object", "svg", "math", "select");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote", "figure", "hr");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "address",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "center",
            "form",
            "fieldset",
            "caption",
            "figcaption",
            "details",
            "summary",
            "body");

    private static final int DEEPEST_QUOTE = 20;
    private static final int LONGEST = 2 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final Deque<int[]> lists = new ArrayDeque<>();
    private int links;
    private int quotes;
    private int preformatted;
    private int wantedLineEnds;
    private boolean wantsSpace;

    private HtmlText() {}

    public static String of(String html) {
        return of(Jsoup.parse(html).body());
    }

    public static String of(Element element) {
        var visitor = new HtmlText();
        element.filter(visitor);
        return visitor.text.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (text.length() > LONGEST) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode words) {
            add(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        var name = element.normalName();
        if (UNSEEN.contains(name) || isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        breakAround(name);
        switch (name) {
            case "br" -> lineEnd();
            case "hr" -> add("---");
            case "img" -> add(element.attr("alt"));
            case "blockquote" -> quotes++;
            case "pre", "textarea" -> preformatted++;
            case "ul" -> lists.push(new int[] {-1});
            case "ol" -> lists.push(new int[] {0});
            case "li" -> add(bullet());
            case "td", "th" -> cell(element);
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            var name = element.normalName();
            switch (name) {
                case "a" -> link(element);
                case "blockquote" -> quotes--;
                case "pre", "textarea" -> preformatted--;
                case "ul", "ol" -> lists.poll();
                default -> {}
            }
            breakAround(name);
        }
        return FilterResult.CONTINUE;
    }

    private void breakAround(String name) {
        if (PARAGRAPHS.contains(name)) {
            wantedLineEnds = Math.max(wantedLineEnds, lists.size() > 1 ? 1 : 2);
        } else if (LINES.contains(name)) {
            wantedLineEnds = Math.max(wantedLineEnds, 1);
        }
    }

    private void lineEnd() {
        wantedLineEnds++;
        wantsSpace = false;
    }

    private String bullet() {
        var list = lists.peek();
        return list == null || list[0] < 0 ? "- " : ++list[0] + ". ";
    }

    private void cell(Element cell) {
        if (cell.previousElementSibling() != null && wantedLineEnds == 0) {
            wantsSpace = true;
        }
    }

    /** Where a link leads is said unless the words already do, or there are more than anybody follows. */
    private void link(Element link) {
        if (++links > Weight.LINKS) {
            return;
        }
        var target = link.attr("href").strip();
        var words = link.text().strip();
        var bare = target.replaceFirst("^(?i:https?://|mailto:|tel:)", "").replaceFirst("/$", "");
        if (target.toLowerCase(Locale.ROOT).startsWith("http") && !words.isEmpty() && !words.contains(bare)) {
            add(" <" + target + ">");
        }
    }

    private void add(String words) {
        if (preformatted > 0) {
            for (String line : words.split("(?<=\n)", -1)) {
                put(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
                wantedLineEnds += line.endsWith("\n") ? 1 : 0;
            }
            return;
        }
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            // The non-breaking space is how mail programs write an ordinary one.
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0') {
                wantsSpace = true;
            } else if (c != '\u200b' && c != '\ufeff' && c != '\u00ad') {
                put(c);
            }
        }
    }

    private void put(String words) {
        for (int i = 0; i < words.length(); i++) {
            put(words.charAt(i));
        }
    }

    private void put(char c) {
        if (text.isEmpty()) {
            wantedLineEnds = 0;
            wantsSpace = false;
            text.append(marks());
        }
        boolean newLine = wantedLineEnds > 0;
        for (; wantedLineEnds > 0; wantedLineEnds--) {
            text.append('\n').append(marks());
        }
        if (wantsSpace && !newLine && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        wantsSpace = false;
        text.append(c);
    }

    /** Nobody reads more of them, and a page may quote thousands of times. */
    private String marks() {
        return "> ".repeat(Math.min(quotes, DEEPEST_QUOTE));
    }

    private static boolean isHidden(Element element) {
        var style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return style.contains("display:none") || style.contains("visibility:hidden") || element.hasAttr("hidden");
    }
}
