package pronto.staff.people;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.staff.Team;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.Refusal;

/** Where teams are kept. */
@Repository
public class Teams {

    private static final int LONGEST_NAME = 60;

    private final JdbcClient db;
    private final InstantSource time;
    private final Timeline timeline;
    private final Changes changes;

    Teams(JdbcClient db, InstantSource time, Timeline timeline, Changes changes) {
        this.db = db;
        this.time = time;
        this.timeline = timeline;
        this.changes = changes;
    }

    public List<Team> all() {
        return db.sql("select id, name from staff.team order by lower(name)")
                .query(Teams::read)
                .list();
    }

    public Optional<Team> find(long id) {
        return db.sql("select id, name from staff.team where id = :id")
                .param("id", id)
                .query(Teams::read)
                .optional();
    }

    public Optional<Team> find(String name) {
        return db.sql("select id, name from staff.team where lower(name) = lower(:name)")
                .param("name", name.strip())
                .query(Teams::read)
                .optional();
    }

    public Team need(long id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** Made where there is none; two who ask at once get the same one. */
    @Transactional
    public Team named(String name) {
        return find(name)
                .orElseGet(() ->
                        insert(checked(name), Actor.PRONTO).or(() -> find(name)).orElseThrow());
    }

    @Transactional
    public Team create(String name, Actor actor) {
        return insert(checked(name), actor).orElseThrow(TeamExists::new);
    }

    @Transactional
    public Team rename(long id, String name, Actor actor) {
        var before = need(id);
        var renamed = checked(name);
        try {
            db.sql("update staff.team set name = :name where id = :id")
                    .param("name", renamed)
                    .param("id", id)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new TeamExists();
        }
        if (!renamed.equals(before.name())) {
            record("staff.teamRenamed", actor, id, Map.of("before", before.name(), "name", renamed));
        }
        return new Team(id, renamed);
    }

    /** Who is in it from now on. */
    @Transactional
    public void setMembers(long id, Collection<Long> technicians, Actor actor) {
        var team = need(id);
        db.sql("delete from staff.membership where team_id = :team")
                .param("team", id)
                .update();
        technicians.forEach(technician ->
                db.sql("""
                insert into staff.membership (team_id, technician_id)
                select :team, t.id from staff.technician t where t.id = :technician and t.left_at is null
                """).param("team", id).param("technician", technician).update());
        record("staff.teamChanged", actor, id, Map.of("name", team.name()));
    }

    private Optional<Team> insert(String name, Actor actor) {
        var made = db.sql("""
                insert into staff.team (name, created_at) values (:name, :now)
                on conflict (lower(name)) do nothing
                returning id, name
                """)
                .param("name", name)
                .param("now", time.instant().atOffset(UTC))
                .query(Teams::read)
                .optional();
        made.ifPresent(team -> record("staff.teamMade", actor, team.id(), Map.of("name", team.name())));
        return made;
    }

    private void record(String kind, Actor actor, long team, Map<String, ?> data) {
        timeline.add(kind, actor, new Subject("team", team), null, data);
        changes.record("staff", "team:" + team);
    }

    private static Team read(ResultSet row, int number) throws SQLException {
        return new Team(row.getLong("id"), row.getString("name"));
    }

    private static String checked(String name) {
        var stripped = Invalid.required(name, "name").strip();
        if (stripped.length() > LONGEST_NAME) {
            throw new Invalid("name-too-long", "name", Map.of("longest", LONGEST_NAME));
        }
        return stripped;
    }

    /** Another team has this name. */
    static final class TeamExists extends Refusal {

        TeamExists() {
            super(Kind.CONFLICT, "name", Map.of());
        }

        @Override
        public String name() {
            return "team-exists";
        }
    }
}
