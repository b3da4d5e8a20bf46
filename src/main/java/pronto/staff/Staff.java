package pronto.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our people and their teams. */
public interface Staff {

    Optional<Technician> technician(long id);

    Optional<Technician> technician(String email);

    Map<Long, Technician> technicians(Collection<Long> ids);

    /** Those who have not left, by name. */
    List<Technician> technicians();

    List<Team> teams();

    /** Whose work this technician does: their own teams'; whoever is on none looks after all of them. */
    default List<Long> teamsOf(Technician one) {
        return one.teams().isEmpty() ? teams().stream().map(Team::id).toList() : one.teams();
    }

    /** One that was removed too. */
    Optional<Team> team(long id);

    Optional<Team> team(String name);

    /** The team of this name; made where there is none. */
    Team teamNamed(String name);
}
