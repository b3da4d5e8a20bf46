package pronto.tickets.web;

import java.util.List;
import org.jsoup.Jsoup;
import pronto.ui.View;

/** Canned answers with their placeholders filled in, ready to be put into the composer. */
public record CannedList(List<Answer> answers) implements View {

    public record Answer(String name, String words, String html) {

        private static final int BEGINNING = 160;

        static Answer of(String name, String html) {
            var words = Jsoup.parseBodyFragment(html).text();
            var shown = Math.min(BEGINNING, words.codePointCount(0, words.length()));
            return new Answer(name, words.substring(0, words.offsetByCodePoints(0, shown)), html);
        }
    }
}
