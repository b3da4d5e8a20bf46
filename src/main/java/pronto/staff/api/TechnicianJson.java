package pronto.staff.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.staff.Role;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.ui.api.OneOf;

/** A technician as programs see one. */
record TechnicianJson(
        String id,
        String email,
        String name,
        @OneOf(Role.class) String role,
        @OneOf(names = {"en", "it"}) String language,
        @Nullable String timeZone,
        List<TeamJson> teams,
        List<String> skills,
        List<String> speaks,
        boolean away,
        @Nullable Instant leftAt) {

    static TechnicianJson of(Technician person, List<Team> teams) {
        Map<Long, Team> byId = teams.stream().collect(Collectors.toMap(Team::id, team -> team));
        return new TechnicianJson(
                Long.toString(person.id()),
                person.email(),
                person.name(),
                person.role().text(),
                person.language(),
                person.timeZone(),
                person.teams().stream()
                        .filter(byId::containsKey)
                        .map(byId::get)
                        .map(TeamJson::of)
                        .toList(),
                person.skills(),
                person.speaks(),
                person.away(),
                person.leftAt());
    }
}
