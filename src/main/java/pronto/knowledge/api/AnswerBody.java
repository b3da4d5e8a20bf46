package pronto.knowledge.api;

import org.jspecify.annotations.Nullable;
import pronto.knowledge.CannedAnswer;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.ui.api.OneOf;

/** A canned answer as programs see it. */
record AnswerBody(
        String id,
        String name,
        @OneOf(names = {"en", "it"}) String language,
        String html,
        @Nullable String team) {

    static AnswerBody of(CannedAnswer answer, Staff staff) {
        var team = answer.team() == null
                ? null
                : staff.team(answer.team()).map(Team::name).orElse(null);
        return new AnswerBody(Long.toString(answer.id()), answer.name(), answer.language(), answer.html(), team);
    }
}
