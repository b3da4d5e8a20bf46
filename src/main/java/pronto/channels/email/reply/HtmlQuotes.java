package pronto.channels.email.reply;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Cuts out of a page what mail programs mark as quoted or signed: Gmail, Outlook, Apple Mail, Thunderbird, Yahoo. */
final class HtmlQuotes {

    private static final String QUOTED = ".gmail_quote, .gmail_extra, blockquote[type=cite], .moz-cite-prefix, "
            + ".yahoo_quoted, .protonmail_quote, .zmail_extra, .gmail_signature, .moz-signature, #ms-outlook-mobile-signature, "
            + "[data-signatureblock], .tutanota_quote";
    private static final String ALL_FROM_HERE =
            "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, "
                    + "hr#stopSpelling, hr#zwchr, div[style*=border-top:solid #E1E1E1], div[style*=border-top:solid #B5C4DF], "
                    + ".OutlookMessageHeader";

    private static final String AROUND = "div.gmail_quote:has(blockquote), div.protonmail_quote:has(blockquote)";
    private static final int LONGEST_INTRODUCTION = 300;

    private HtmlQuotes() {}

    /** A copy of the page without them; null where there are none. */
    static @Nullable Document cut(Document page) {
        if (page.selectFirst(QUOTED) == null && page.selectFirst(ALL_FROM_HERE) == null) {
            return null;
        }
        var copy = page.clone();
        var from = copy.selectFirst(ALL_FROM_HERE);
        if (from != null) {
            removeFrom(from);
        }
        // Hidden, not removed: each removal counts again what is left.
        copy.select(QUOTED).attr("hidden", "");
        return copy;
    }

    /** Whether somebody wrote between the quoted lines: then what is marked as a quotation is not only that. */
    static boolean holdAnswers(Document page) {
        return page.select(AROUND).stream().anyMatch(HtmlQuotes::holdsAnswers);
    }

    private static boolean holdsAnswers(Element around) {
        var rest = around.clone();
        rest.select("blockquote, .gmail_attr").forEach(Node::remove);
        var words = rest.text().strip();
        boolean introduces = words.length() < LONGEST_INTRODUCTION && words.endsWith(":");
        return !words.isEmpty() && !introduces;
    }

    /** It and all that comes after it in reading order. */
    private static void removeFrom(Element element) {
        // All at once: one by one, each removal counts again what is left.
        for (Element at = element; at.parent() instanceof Element parent; at = parent) {
            var kept = List.copyOf(parent.childNodes().subList(0, at.siblingIndex() + 1));
            parent.empty().appendChildren(kept);
        }
        element.remove();
    }
}
