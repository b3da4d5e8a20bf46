package pronto.channels.email.reply;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import pronto.channels.email.html.HtmlText;

/**
 * What of a mail is new: without what it quotes and without the signature. Line by line, and rather too much than too
 * little: where nothing new is found, all of it is shown.
 */
public final class VisibleReply {

    private final List<String> lines;
    private final List<String> kept = new ArrayList<>();
    private boolean saidSomething;

    private VisibleReply(String text) {
        lines = text.lines().toList();
    }

    public static String of(String text) {
        var visible = new VisibleReply(text).read();
        return visible.isBlank() ? text : visible;
    }

    /** The mark-up of the page may tell more than the words; where both find a quotation, the shorter rest is what is new. */
    public static String of(String text, Document page) {
        var byWords = of(text);
        var withoutQuotes = HtmlQuotes.cut(page);
        var rest = withoutQuotes == null ? "" : HtmlText.of(withoutQuotes.body());
        if (rest.isBlank() || HtmlQuotes.holdAnswers(page)) {
            return byWords;
        }
        var byMarks = of(rest);
        return byWords.equals(text) || byWords.startsWith(byMarks) ? byMarks : byWords;
    }

    private String read() {
        int at = 0;
        while (at < lines.size()) {
            int next = step(at);
            if (next < 0) {
                break;
            }
            at = next;
        }
        stripEnd();
        return String.join("\n", kept).strip();
    }

    /** Keeps a line, or leaves some out; the place to go on, or -1 where nothing new follows. */
    private int step(int at) {
        var line = lines.get(at);
        boolean ends = QuoteSigns.isSignature(line)
                || QuoteSigns.isDelimiter(line)
                || QuoteSigns.isHeader(lines, at)
                || QuoteSigns.isRule(line) && at + 1 < lines.size() && QuoteSigns.isHeader(lines, at + 1);
        if (ends) {
            // Where nothing stands before it, a mail that is passed on is what its sender has to say.
            return saidSomething ? -1 : QuoteSigns.isSignature(line) ? keep(at) : keepAll(at);
        }
        if (QuoteSigns.isTelephone(line)) {
            return at + 1;
        }
        int introduction = QuoteSigns.introduction(lines, at);
        return introduction == 0 ? keep(at) : afterIntroduction(at, at + introduction);
    }

    private int afterIntroduction(int at, int quotation) {
        int end = quotation;
        while (end < lines.size() && (lines.get(end).isBlank() || QuoteSigns.isQuoted(lines.get(end)))) {
            end++;
        }
        boolean marked = lines.subList(quotation, end).stream().anyMatch(QuoteSigns::isQuoted);
        if (!marked) {
            return saidSomething ? -1 : keep(at);
        }
        // Whoever writes below answers below; whoever writes between needs what stands between.
        return saidSomething && saysSomething(end) ? keep(at) : end;
    }

    private boolean saysSomething(int from) {
        for (int i = from; i < lines.size(); i++) {
            var line = lines.get(i);
            if (QuoteSigns.isSignature(line) || QuoteSigns.isDelimiter(line)) {
                return false;
            }
            if (!QuoteSigns.isEmpty(line) && !QuoteSigns.isQuoted(line) && !QuoteSigns.isTelephone(line)) {
                return true;
            }
        }
        return false;
    }

    private int keep(int at) {
        var line = lines.get(at);
        kept.add(line);
        saidSomething |= !QuoteSigns.isEmpty(line) && !QuoteSigns.isQuoted(line);
        return at + 1;
    }

    private int keepAll(int at) {
        kept.addAll(lines.subList(at, lines.size()));
        return -1;
    }

    private void stripEnd() {
        while (!kept.isEmpty() && (QuoteSigns.isEmpty(kept.getLast()) || QuoteSigns.isQuoted(kept.getLast()))) {
            kept.removeLast();
        }
    }
}
