package pronto.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pronto.knowledge.ArticleText;
import pronto.knowledge.articles.Comparison.Change;

class ComparisonTest {

    @Test
    void a_changed_paragraph_shows_the_words_that_went_and_came() {
        var compared = compared(
                "<p>Wait ten seconds, then switch it on.</p>", "<p>Wait thirty seconds, then switch it on.</p>");

        var row = compared.rows().get(1);
        assertThat(row.change()).isEqualTo(Change.CHANGED);
        assertThat(row.pieces())
                .extracting(Comparison.Piece::change, Comparison.Piece::text)
                .containsExactly(
                        tuple(Change.SAME, "Wait "),
                        tuple(Change.REMOVED, "ten"),
                        tuple(Change.ADDED, "thirty"),
                        tuple(Change.SAME, " seconds, then switch it on."));
    }

    @Test
    void paragraphs_that_came_or_went_stand_where_they_were() {
        var compared = compared(
                "<p>One</p><ul><li>Paper</li><li>Ink</li></ul><p>End</p>",
                "<p>One</p><h3>If that is not enough</h3><ul><li>Paper</li></ul><p>End</p>");

        assertThat(compared.rows())
                .extracting(
                        Comparison.Row::change, row -> row.pieces().getFirst().text())
                .containsExactly(
                        tuple(Change.SAME, "Title"),
                        tuple(Change.SAME, "One"),
                        tuple(Change.ADDED, "If that is not enough"),
                        tuple(Change.SAME, "Paper"),
                        tuple(Change.REMOVED, "Ink"),
                        tuple(Change.SAME, "End"));
    }

    @Test
    void two_paragraphs_without_a_word_in_common_are_two() {
        assertThat(compared("<p>Alpha beta gamma</p>", "<p>Delta zeta theta</p>")
                        .rows())
                .extracting(Comparison.Row::change)
                .containsExactly(Change.SAME, Change.REMOVED, Change.ADDED);
    }

    @Test
    void a_format_that_changed_is_told_and_is_no_change_of_words() {
        var compared = compared("<p>One two</p>", "<p>One <b>two</b></p>");

        assertThat(compared.formatsAlone()).isTrue();
        assertThat(compared("<p>One</p>", "<p>One</p>").isSame()).isTrue();
    }

    @Test
    void a_language_that_came_is_all_new() {
        assertThat(Comparison.of(null, text("<p>One</p>")).rows())
                .extracting(Comparison.Row::change)
                .containsOnly(Change.ADDED);
    }

    @Test
    void what_looks_like_markup_stays_text() {
        var compared = compared("<p>Type &lt;b&gt;</p>", "<p>Type &lt;i&gt;</p>");

        assertThat(compared.rows().get(1).pieces())
                .extracting(Comparison.Piece::text)
                .containsExactly("Type <", "b", "i", ">");
    }

    @Test
    void the_longest_article_there_may_be_is_compared() {
        var before =
                IntStream.range(0, 9_000).mapToObj(i -> "<p>a" + i + "</p>").collect(Collectors.joining());
        var after = IntStream.range(0, 9_000).mapToObj(i -> "<p>b" + i + "</p>").collect(Collectors.joining());

        assertThat(compared(before, after).rows()).hasSize(18_001 + 1);
    }

    private static Comparison compared(String before, String after) {
        return Comparison.of(text(before), text(after));
    }

    private static @Nullable ArticleText text(String html) {
        return new ArticleText("Title", html);
    }
}
