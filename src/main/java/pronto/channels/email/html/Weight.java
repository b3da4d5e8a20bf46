package pronto.channels.email.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Whether a page is more than a mail program writes. Making it harmless costs by the number of its elements and by how
 * deep each lies; what is nested a hundred thousand times is shown as text alone.
 */
public final class Weight implements NodeFilter {

    private static final int ELEMENTS = 60_000;
    private static final int DEPTHS = 2_000_000;

    private int elements;
    private int depths;

    private Weight() {}

    public static boolean isTooMuch(Document page) {
        return new Weight().filter(page);
    }

    private boolean filter(Document page) {
        page.filter(this);
        return elements > ELEMENTS || depths > DEPTHS;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof Element) {
            elements++;
            depths += depth;
        }
        return elements > ELEMENTS || depths > DEPTHS ? FilterResult.STOP : FilterResult.CONTINUE;
    }
}
