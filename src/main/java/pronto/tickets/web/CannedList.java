package pronto.tickets.web;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import pronto.knowledge.ArticleText;
import pronto.ui.View;

/** Canned answers with their placeholders filled in, and articles that customers may read, to be put into the composer. */
public record CannedList(List<Answer> answers, List<Answer> articles) implements View {

    private static final int BEGINNING = 160;

    public record Answer(String name, String words, String html) {

        static Answer of(String name, String html) {
            var words = Jsoup.parseBodyFragment(html).text();
            var shown = Math.min(BEGINNING, words.codePointCount(0, words.length()));
            return new Answer(name, words.substring(0, words.offsetByCodePoints(0, shown)), html);
        }
    }

    static List<Answer> articles(List<ArticleText> texts) {
        return texts.stream().map(text -> Answer.of(text.title(), text.html())).toList();
    }

    /** Those that may be chosen, each with the word that stands above it. */
    public List<Group> groups() {
        return Stream.of(new Group("tickets.canned.answers", answers), new Group("tickets.canned.articles", articles))
                .filter(group -> !group.answers().isEmpty())
                .toList();
    }

    public record Group(String title, List<Answer> answers) {}
}
