package pronto.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the desk knows and wrote down. {@code revision} counts every change, {@code newest} is the text its writers
 * see, {@code publishedVersion} the one that all others read.
 */
public record Article(
        long id,
        ArticleKind kind,
        ArticleState state,
        ArticleVersion newest,
        @Nullable Integer publishedVersion,
        @Nullable Long team,
        int revision,
        @Nullable Asked asked,
        @Nullable Returned returned,
        Instant createdAt,
        Instant updatedAt,
        boolean archived) {

    /** Somebody wants it to be read before it is published. */
    public record Asked(String by, Instant at) {}

    /** Who read it wants something else. */
    public record Returned(String by, Instant at, String why) {}

    public String title(String language) {
        return newest.best(language).title();
    }

    /** Whether others read something else than its writers do. */
    public boolean isAhead() {
        return publishedVersion != null && publishedVersion != newest.number();
    }
}
