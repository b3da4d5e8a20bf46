package pronto.staff.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pronto.channels.EmailAddress;
import pronto.staff.Staff;
import pronto.staff.Team;
import pronto.staff.Technician;

/** The face of this module: what the others may ask about our people. */
@Component
class People implements Staff {

    private final Technicians technicians;
    private final Teams teams;

    People(Technicians technicians, Teams teams) {
        this.technicians = technicians;
        this.teams = teams;
    }

    @Override
    public Optional<Technician> technician(long id) {
        return technicians.find(id);
    }

    @Override
    public Optional<Technician> technician(String email) {
        return EmailAddress.parse(email).map(EmailAddress::toString).flatMap(technicians::find);
    }

    @Override
    public Map<Long, Technician> technicians(Collection<Long> ids) {
        return technicians.find(ids);
    }

    @Override
    public List<Technician> technicians() {
        return technicians.working();
    }

    @Override
    public List<Team> teams() {
        return teams.all();
    }

    @Override
    public Optional<Team> team(long id) {
        return teams.find(id);
    }

    @Override
    public Optional<Team> team(String name) {
        return teams.find(name);
    }

    @Override
    public Team teamNamed(String name) {
        return teams.named(name);
    }
}
