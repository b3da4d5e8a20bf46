package pronto.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an article said at one time; never changed. It says something in at least one language. */
public record ArticleVersion(
        int number,
        Audience audience,
        @Nullable ArticleText it,
        @Nullable ArticleText en,
        String note,
        @Nullable Integer restoredFrom,
        String by,
        Instant at) {

    public @Nullable ArticleText in(String language) {
        return language.equals("it") ? it : en;
    }

    /** The languages it is written in, this one first. */
    public List<String> languages(String first) {
        return Stream.of(first, first.equals("it") ? "en" : "it")
                .filter(language -> in(language) != null)
                .toList();
    }

    /** In this language where there is one, else in the other. */
    public ArticleText best(String language) {
        return Objects.requireNonNull(in(languages(language).getFirst()));
    }
}
