package pronto.knowledge.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleVersion;
import pronto.knowledge.Audience;
import pronto.runtime.Spelling;
import pronto.ui.api.OneOf;

/** What an article said at one time. */
record VersionBody(
        int number,
        @OneOf(Audience.class) String audience,
        @Nullable TextBody it,
        @Nullable TextBody en,
        String note,
        @Nullable Integer restoredFrom,
        String by,
        Instant at) {

    static VersionBody of(ArticleVersion version) {
        return new VersionBody(
                version.number(),
                Spelling.of(version.audience()),
                TextBody.of(version.it()),
                TextBody.of(version.en()),
                version.note(),
                version.restoredFrom(),
                version.by(),
                version.at());
    }
}
