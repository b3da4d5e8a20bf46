package pronto.staff.people;

import java.util.Map;
import pronto.ui.Refusal;

/** A team that still has work cannot be removed, unless another takes it over. */
final class TeamInUse extends Refusal {

    TeamInUse(String team, int open) {
        super(Kind.CONFLICT, "into", Map.of("team", team, "open", open));
    }

    @Override
    public String name() {
        return "team-in-use";
    }
}
