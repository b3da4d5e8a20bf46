package pronto.staff.web;

import java.util.List;
import pronto.staff.Team;
import pronto.staff.Technician;
import pronto.staff.Tier;
import pronto.ui.View;

/** One team, to change. */
public record TeamView(Team team, List<Technician> people, List<Team> others) implements View {

    public List<Integer> marks() {
        return Team.MARKS;
    }

    public List<Tier> tiers() {
        return List.of(Tier.values());
    }
}
