package pronto.staff.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.staff.Role;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.ui.View;

/** Everybody who works here; {@code link} lets in whom one just hired, and is shown this once. */
public record PeopleView(
        List<Technician> people,
        Map<Long, String> teams,
        @Nullable Invitation invitation) implements View {

    /** Somebody's way in, to hand over where no mail leaves. */
    public record Invitation(String name, String link) {}

    static PeopleView of(List<Technician> people, List<Team> teams, @Nullable Invitation invitation) {
        return new PeopleView(people, teams.stream().collect(Collectors.toMap(Team::id, Team::name)), invitation);
    }

    public Role[] roles() {
        return Role.values();
    }

    public List<String> teamsOf(Technician person) {
        return person.teams().stream()
                .map(teams::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
