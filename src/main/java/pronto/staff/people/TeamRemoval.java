package pronto.staff.people;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.SupportAddresses;
import pronto.staff.Team;
import pronto.staff.TeamWork;
import pronto.timeline.Actor;
import pronto.ui.Invalid;

/** The end of a team: its work goes to another one, and what it did keeps its name. */
@Component
public class TeamRemoval {

    private final Teams teams;
    private final JdbcClient db;
    private final InstantSource time;
    private final SupportAddresses addresses;
    private final ObjectProvider<TeamWork> work;

    TeamRemoval(
            Teams teams, JdbcClient db, InstantSource time, SupportAddresses addresses, ObjectProvider<TeamWork> work) {
        this.teams = teams;
        this.db = db;
        this.time = time;
        this.addresses = addresses;
        this.work = work;
    }

    @Transactional
    public void remove(long id, @Nullable Long into, Actor by) {
        var team = teams.locked(id);
        refuseWithAddress(team);
        if (into != null) {
            var heir = teams.find(into)
                    .filter(other -> other.id() != id && !other.removed())
                    .orElseThrow(() -> new Invalid("team-unknown", "into"));
            work.forEach(one -> one.give(id, heir.id(), by));
        }
        var open = work.stream().mapToInt(one -> one.open(id)).sum();
        if (open > 0) {
            throw new TeamInUse(team.name(), open);
        }
        teams.setMembers(id, List.of(), by);
        db.sql("update staff.team set removed_at = :now where id = :id")
                .param("now", time.instant().atOffset(UTC))
                .param("id", id)
                .update();
        teams.record("staff.teamRemoved", by, id, Map.of("name", team.name()));
    }

    private void refuseWithAddress(Team team) {
        addresses.all().stream()
                .filter(address -> team.name().equalsIgnoreCase(address.team()))
                .findFirst()
                .ifPresent(address -> {
                    throw new TeamHasAddress(team.name(), address.address());
                });
    }
}
