package pronto.knowledge.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.knowledge.CannedAnswer;
import pronto.knowledge.Placeholders;
import pronto.staff.Team;
import pronto.ui.View;

/** One canned answer, to write or to read; null for a new one. */
public record AnswerView(@Nullable CannedAnswer answer, List<Team> teams, boolean mayChange) implements View {

    public String path() {
        return answer == null ? "/settings/answers" : "/settings/answers/" + answer.id();
    }

    public String name() {
        return answer == null ? "" : answer.name();
    }

    public String html() {
        return answer == null ? "" : answer.html();
    }

    public int version() {
        return answer == null ? 0 : answer.version();
    }

    public boolean isIn(String language) {
        return answer != null && answer.language().equals(language);
    }

    public boolean isOf(Team team) {
        return answer != null && answer.team() != null && answer.team() == team.id();
    }

    /** As they are typed: {@code {{ticket.code}}}. */
    public List<String> placeholders() {
        return Placeholders.KNOWN.stream().map(name -> "{{" + name + "}}").toList();
    }

    /** What the buttons above the text do; each is its icon's name too. */
    public List<String> acts() {
        return List.of("bold", "italic", "list", "list-ordered");
    }
}
