package pronto.knowledge;

import org.jspecify.annotations.Nullable;

/** An answer that is written once; its placeholders are {@code {{reporter.name}}} and the like. */
public record CannedAnswer(
        long id,
        String name,
        String language,
        String html,
        @Nullable Long team,
        int version) {}
