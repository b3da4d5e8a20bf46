package pronto.staff.web;

import java.util.List;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.ui.View;

/** The teams and who is in them. */
public record TeamsView(List<Line> lines) implements View {

    public record Line(Team team, List<String> members) {}

    static TeamsView of(List<Team> teams, List<Technician> people) {
        return new TeamsView(teams.stream()
                .map(team -> new Line(
                        team,
                        people.stream()
                                .filter(person -> person.teams().contains(team.id()))
                                .map(Technician::name)
                                .toList()))
                .toList());
    }
}
