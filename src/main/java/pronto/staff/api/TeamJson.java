package pronto.staff.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.staff.Team;
import pronto.ui.api.OneOf;

/** A team as programs see one. */
record TeamJson(
        String id,
        String name,
        @OneOf(names = {"1", "2", "3", "specialist"}) String tier,
        List<String> skills,
        List<String> languages,
        @Nullable Integer escalatesAt) {

    static TeamJson of(Team team) {
        return new TeamJson(
                Long.toString(team.id()),
                team.name(),
                team.tier().text(),
                team.skills(),
                team.languages(),
                team.escalatesAt());
    }
}
