package pronto.tickets.work;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pronto.knowledge.Articles;
import pronto.tickets.EvidenceMissing;
import pronto.tickets.GuidelineUnknown;
import pronto.tickets.Resolution;

/** Asks of each kind of resolution what it has to show. */
@Component
class Shown {

    private final Articles articles;

    Shown(Articles articles) {
        this.articles = articles;
    }

    Resolution of(Resolution resolution) {
        var evidence = said(resolution.evidence());
        return switch (resolution) {
            case Resolution.Answer(var text, var any) -> new Resolution.Answer(text, evidence);
            case Resolution.Guideline(var text, var any) ->
                new Resolution.Guideline(text, guideline(needed(resolution, evidence)));
            // What the customer is told may say what was provided.
            case Resolution.ServiceProvided(var text, var any) ->
                new Resolution.ServiceProvided(text, needed(resolution, evidence == null ? said(text) : evidence));
            case Resolution.Workaround(var text, var any) ->
                new Resolution.Workaround(text, needed(resolution, evidence));
            case Resolution.Hotfix(var text, var any) -> new Resolution.Hotfix(text, needed(resolution, evidence));
            case Resolution.Other(var text, var any) -> new Resolution.Other(text, evidence);
        };
    }

    private static @Nullable String said(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.strip();
    }

    private static String needed(Resolution resolution, @Nullable String evidence) {
        if (evidence == null) {
            throw new EvidenceMissing(resolution.kind());
        }
        return evidence;
    }

    /** Kept by its address: a title may change. */
    private String guideline(String named) {
        return articles.named(named)
                .map(article -> "/knowledge/" + article.id())
                .orElseThrow(() -> new GuidelineUnknown(named));
    }
}
