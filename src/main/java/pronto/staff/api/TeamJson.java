package pronto.staff.api;

import pronto.staff.Team;

/** A team as programs see one. */
record TeamJson(String id, String name) {

    static TeamJson of(Team team) {
        return new TeamJson(Long.toString(team.id()), team.name());
    }
}
