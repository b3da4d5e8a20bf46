package pronto.knowledge.api;

import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleText;

/** An article in one language. */
record TextBody(String title, String html) {

    static @Nullable TextBody of(@Nullable ArticleText text) {
        return text == null ? null : new TextBody(text.title(), text.html());
    }
}
