package pronto.tickets.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.tickets.Asking;
import pronto.ui.Text;
import pronto.ui.View;

/** What we asked a customer for, to tick, to write and to attach: in their language, without a script. */
public record AskedView(
        String token,
        String code,
        List<Line> lines,
        Text words,
        boolean sent,
        boolean all,
        @Nullable String refused) implements View {

    /** One thing; {@code written} is one they write some lines about. */
    public record Line(String value, boolean done, boolean written, String note) {}

    static AskedView of(String token, String code, Asking asking, Text words, boolean sent) {
        return new AskedView(
                token,
                code,
                asking.items().stream().map(AskedView::line).toList(),
                words,
                sent,
                asking.came() == asking.items().size(),
                null);
    }

    AskedView refusedBy(String sentence, Asking.Answer typed) {
        var kept = lines.stream().map(line -> with(line, typed)).toList();
        return new AskedView(token, code, kept, words, false, all, sentence);
    }

    private static Line with(Line line, Asking.Answer typed) {
        var note = typed.notes().stream()
                .filter(item -> Spelling.of(item.what()).equals(line.value()))
                .map(Asking.Item::note)
                .findFirst()
                .orElse("");
        var ticked = typed.ticked().stream().anyMatch(what -> Spelling.of(what).equals(line.value()));
        return new Line(line.value(), line.done() || ticked, line.written(), note);
    }

    private static Line line(Asking.Item item) {
        var attached = switch (item.what()) {
            case SCREENSHOT, HAR -> true;
            case STEPS, TIME, BROWSER, ERROR_TEXT, MAIL_HEADERS, ACCOUNT -> false;
        };
        return new Line(Spelling.of(item.what()), item.done(), !attached, "");
    }

    public String word(String of) {
        return "tickets.diagnostic." + of;
    }

    public String how(String of) {
        return "tickets.diagnostic." + of + ".how";
    }
}
