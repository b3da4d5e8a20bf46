package pronto.staff.people;

import java.util.Map;
import pronto.ui.Refusal;

/** A support address names this team: the next mail to it would make the team anew. */
final class TeamHasAddress extends Refusal {

    TeamHasAddress(String team, String address) {
        super(Kind.CONFLICT, null, Map.of("team", team, "address", address));
    }

    @Override
    public String name() {
        return "team-has-address";
    }
}
