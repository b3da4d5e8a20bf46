package pronto.staff.people;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.staff.StaffEvent;
import pronto.staff.Team;
import pronto.staff.Tier;
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
    private static final String COLUMNS = "id, name, removed_at, tier, skills, languages, escalates_at";

    private final JdbcClient db;
    private final InstantSource time;
    private final Timeline timeline;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    Teams(JdbcClient db, InstantSource time, Timeline timeline, Changes changes, ApplicationEventPublisher events) {
        this.db = db;
        this.time = time;
        this.timeline = timeline;
        this.changes = changes;
        this.events = events;
    }

    public List<Team> all() {
        return db.sql("select " + COLUMNS + " from staff.team where removed_at is null order by lower(name)")
                .query(Teams::read)
                .list();
    }

    /** One that was removed too. */
    public Optional<Team> find(long id) {
        return db.sql("select " + COLUMNS + " from staff.team where id = :id")
                .param("id", id)
                .query(Teams::read)
                .optional();
    }

    public Optional<Team> find(String name) {
        return db.sql("select " + COLUMNS + " from staff.team where lower(name) = lower(:name) and removed_at is null")
                .param("name", name.strip())
                .query(Teams::read)
                .optional();
    }

    public Team need(long id) {
        return find(id).filter(team -> !team.removed()).orElseThrow(NotFound::new);
    }

    /** Nobody else changes this team until the transaction ends. */
    Team locked(long id) {
        return db.sql("select " + COLUMNS + " from staff.team where id = :id and removed_at is null for update")
                .param("id", id)
                .query(Teams::read)
                .optional()
                .orElseThrow(NotFound::new);
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
        return need(id);
    }

    /** How deep it looks, what it knows, what it speaks. */
    @Transactional
    public Team equip(long id, Tier tier, List<String> skills, List<String> languages, Actor actor) {
        var before = locked(id);
        if (before.tier() != tier
                || !before.skills().equals(skills)
                || !before.languages().equals(languages)) {
            db.sql("update staff.team set tier = :tier, skills = :skills, languages = :languages where id = :id")
                    .param("tier", tier.text())
                    .param("skills", skills.toArray(String[]::new))
                    .param("languages", languages.toArray(String[]::new))
                    .param("id", id)
                    .update();
            record(
                    "staff.teamEquipped",
                    actor,
                    id,
                    Map.of(
                            "name", before.name(),
                            "tier", tier.text(),
                            "skills", skills,
                            "languages", languages,
                            "before",
                                    Map.of(
                                            "tier", before.tier().text(),
                                            "skills", before.skills(),
                                            "languages", before.languages())));
        }
        return need(id);
    }

    /** At which mark of a clock its tickets go to the next tier by themselves; null is never. */
    @Transactional
    public Team escalateAt(long id, @Nullable Integer mark, Actor actor) {
        if (mark != null && !Team.MARKS.contains(mark)) {
            throw new Invalid("unknown-mark", "escalatesAt");
        }
        var before = locked(id);
        if (!Objects.equals(before.escalatesAt(), mark)) {
            db.sql("update staff.team set escalates_at = :mark where id = :id")
                    .param("mark", mark)
                    .param("id", id)
                    .update();
            var told = new HashMap<String, Object>(Map.of("name", before.name(), "at", mark == null ? 0 : mark));
            told.put("before", before.escalatesAt() == null ? 0 : before.escalatesAt());
            record("staff.teamEscalates", actor, id, told);
        }
        return need(id);
    }

    /** Who is in it from now on. Whoever joins or leaves has moved. */
    @Transactional
    public void setMembers(long id, Collection<Long> technicians, Actor actor) {
        var team = locked(id);
        var before = members(id);
        db.sql("delete from staff.membership where team_id = :team")
                .param("team", id)
                .update();
        technicians.forEach(technician ->
                db.sql("""
                insert into staff.membership (team_id, technician_id)
                select :team, t.id from staff.technician t where t.id = :technician and t.left_at is null
                on conflict do nothing
                """).param("team", id).param("technician", technician).update());
        var moved = difference(before, members(id));
        if (!moved.isEmpty()) {
            record("staff.teamChanged", actor, id, Map.of("name", team.name()));
            moved.forEach(technician -> {
                changes.record("staff", "technician:" + technician);
                events.publishEvent(new StaffEvent.MovedTeam(technician));
            });
        }
    }

    private Set<Long> members(long team) {
        return Set.copyOf(db.sql("select technician_id from staff.membership where team_id = :team")
                .param("team", team)
                .query(Long.class)
                .list());
    }

    /** Those who are in one of the two alone. */
    private static Set<Long> difference(Set<Long> before, Set<Long> after) {
        var moved = new TreeSet<>(before);
        after.forEach(technician -> {
            if (!moved.remove(technician)) {
                moved.add(technician);
            }
        });
        return moved;
    }

    private Optional<Team> insert(String name, Actor actor) {
        var made = db.sql("""
                insert into staff.team (name, created_at) values (:name, :now)
                on conflict (lower(name)) where removed_at is null do nothing
                returning\s""" + COLUMNS)
                .param("name", name)
                .param("now", time.instant().atOffset(UTC))
                .query(Teams::read)
                .optional();
        made.ifPresent(team -> record("staff.teamMade", actor, team.id(), Map.of("name", team.name())));
        return made;
    }

    void record(String kind, Actor actor, long team, Map<String, ?> data) {
        timeline.add(kind, actor, new Subject("team", team), null, data);
        changes.record("staff", "team:" + team);
    }

    private static Team read(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("removed_at") != null,
                Tier.named(row.getString("tier")),
                List.of((String[]) row.getArray("skills").getArray()),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getObject("escalates_at", Integer.class));
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
