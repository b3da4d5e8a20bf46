package pronto.knowledge.articles;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.ArticleKind;
import pronto.knowledge.ArticleText;
import pronto.knowledge.Articles.Draft;
import pronto.knowledge.Audience;
import pronto.knowledge.Placeholders;
import pronto.ui.Invalid;

/** Makes a draft fit to be kept, or says which field is not. */
final class FitArticle {

    static final int LONGEST_TITLE = 160;
    static final int LONGEST_TEXT = 100_000;
    static final int LONGEST_NOTE = 300;

    private FitArticle() {}

    static Draft of(Draft draft) {
        var it = text(draft.it(), "it", draft.kind());
        var en = text(draft.en(), "en", draft.kind());
        if (it == null && en == null) {
            throw Invalid.missing("it.title");
        }
        var canned = draft.kind() == ArticleKind.CANNED;
        if (canned && it != null && en != null) {
            throw new Invalid("one-language", "en.title");
        }
        return new Draft(
                draft.kind(),
                canned ? Audience.INTERNAL : draft.audience(),
                it,
                en,
                canned ? draft.team() : null,
                line(draft.note(), "note", LONGEST_NOTE));
    }

    private static @Nullable ArticleText text(@Nullable ArticleText text, String language, ArticleKind kind) {
        if (text == null) {
            return null;
        }
        var title = line(text.title(), language + ".title", LONGEST_TITLE);
        var html = html(text.html(), language + ".html");
        var blank = RichText.plain(html).isBlank();
        if (title.isEmpty() && blank) {
            return null;
        }
        if (title.isEmpty() || blank) {
            throw Invalid.missing(language + (blank ? ".html" : ".title"));
        }
        if (kind == ArticleKind.CANNED) {
            Placeholders.unknownIn(html).ifPresent(placeholder -> {
                throw new Invalid("placeholder-unknown", language + ".html", Map.of("placeholder", placeholder));
            });
        }
        return new ArticleText(title, html);
    }

    private static String html(String html, String field) {
        if (html.length() > LONGEST_TEXT) {
            throw new Invalid("text-too-long", field, Map.of("longest", LONGEST_TEXT));
        }
        return RichText.clean(html.replace("\0", ""));
    }

    static String line(String text, String field, int longest) {
        var line = text.replace("\0", "").strip().replaceAll("\\s+", " ");
        if (line.length() > longest) {
            throw new Invalid("text-too-long", field, Map.of("longest", longest));
        }
        return line;
    }
}
