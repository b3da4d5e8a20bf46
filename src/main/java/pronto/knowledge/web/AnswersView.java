package pronto.knowledge.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.CannedAnswer;
import pronto.staff.Team;
import pronto.ui.View;

/** All canned answers; who leads may change them. */
public record AnswersView(List<Line> lines, boolean mayChange) implements View {

    public record Line(
            long id, String name, String language, @Nullable String team) {}

    static AnswersView of(List<CannedAnswer> answers, Map<Long, Team> teams, boolean mayChange) {
        return new AnswersView(
                answers.stream().map(answer -> line(answer, teams)).toList(), mayChange);
    }

    private static Line line(CannedAnswer answer, Map<Long, Team> teams) {
        var team = answer.team() == null ? null : teams.get(answer.team());
        return new Line(
                answer.id(),
                answer.name(),
                "knowledge.language." + answer.language(),
                team == null ? null : team.name());
    }
}
