package pronto.knowledge.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.CannedAnswers.Draft;
import pronto.staff.Staff;
import pronto.ui.Invalid;
import pronto.ui.api.Given;
import pronto.ui.api.OneOf;

/** What a program says of a canned answer; what it read may be sent back as it was. */
record AnswerSaid(
        Given<String> id,
        Given<String> name,
        @OneOf(names = {"en", "it"}) Given<String> language,
        Given<String> html,
        Given<String> team) {

    Draft draft(Staff staff) {
        return new Draft(
                Invalid.required(name.or(null), "name"),
                Invalid.required(language.or(null), "language"),
                Invalid.required(html.or(null), "html"),
                team(null, staff));
    }

    Draft over(CannedAnswer there, Staff staff) {
        return new Draft(
                Objects.requireNonNullElse(name.or(there.name()), ""),
                Objects.requireNonNullElse(language.or(there.language()), ""),
                Objects.requireNonNullElse(html.or(there.html()), ""),
                team(there.team(), staff));
    }

    private @Nullable Long team(@Nullable Long there, Staff staff) {
        if (!team.present()) {
            return there;
        }
        var named = team.or(null);
        return named == null
                ? null
                : staff.team(named)
                        .orElseThrow(() -> new Invalid("team-unknown", "team", Map.of("team", named)))
                        .id();
    }
}
