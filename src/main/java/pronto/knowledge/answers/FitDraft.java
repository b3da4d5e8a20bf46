package pronto.knowledge.answers;

import java.util.Map;
import pronto.knowledge.CannedAnswers.Draft;
import pronto.knowledge.Placeholders;
import pronto.knowledge.articles.RichText;
import pronto.ui.Invalid;

/** Makes a draft fit to be kept, or says which field is not. */
final class FitDraft {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 50_000;

    private FitDraft() {}

    static Draft of(Draft draft) {
        var name = Invalid.required(draft.name(), "name").strip().replaceAll("\\s+", " ");
        if (name.length() > LONGEST_NAME) {
            throw new Invalid("text-too-long", "name", Map.of("longest", LONGEST_NAME));
        }
        if (!draft.language().equals("en") && !draft.language().equals("it")) {
            throw new Invalid("language-unknown", "language", Map.of("language", draft.language()));
        }
        return new Draft(name, draft.language(), text(draft.html()), draft.team());
    }

    private static String text(String html) {
        if (html.length() > LONGEST_TEXT) {
            throw new Invalid("text-too-long", "html", Map.of("longest", LONGEST_TEXT));
        }
        var clean = RichText.clean(html.replace("\0", ""));
        if (RichText.plain(clean).isBlank()) {
            throw Invalid.missing("html");
        }
        Placeholders.unknownIn(clean).ifPresent(placeholder -> {
            throw new Invalid("placeholder-unknown", "html", Map.of("placeholder", placeholder));
        });
        return clean;
    }
}
