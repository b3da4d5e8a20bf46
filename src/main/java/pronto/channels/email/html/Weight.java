package pronto.channels.email.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Whether a page is more than a mail program writes. Making it harmless costs by the number of its elements and by how
 * deep each lies; what is nested a hundred thousand times, or leads to more places than anybody could look at, is shown as
 * text alone.
 */
public final class Weight implements NodeFilter {

    private static final int ELEMENTS = 60_000;
    private static final int DEPTHS = 2_000_000;

    /**
     * The longest newsletters and digests hold some hundreds; each is a stop for whoever goes through the page by keyboard,
     * and a target that the browser, the reader and the search have to carry.
     */
    static final int LINKS = 5_000;

    private int elements;
    private int links;
    private int depths;

    private Weight() {}

    public static boolean isTooMuch(Document page) {
        return new Weight().filter(page);
    }

    private boolean filter(Document page) {
        page.filter(this);
        return exceeded();
    }

    private boolean exceeded() {
        return elements > ELEMENTS || depths > DEPTHS || links > LINKS;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof Element element) {
            elements++;
            depths += depth;
            links += element.normalName().equals("a") && element.hasAttr("href") ? 1 : 0;
        }
        return exceeded() ? FilterResult.STOP : FilterResult.CONTINUE;
    }
}
