package pronto.staff;

import static java.time.ZoneOffset.UTC;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.EmailAddress;
import pronto.runtime.Changes;
import pronto.staff.signin.Links;
import pronto.staff.signin.Sessions;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
import pronto.ui.NotFound;
import pronto.ui.Refusal;

/** Who works here and as what: hiring, changing, leaving, being away. */
@Component
public class Personnel {

    private static final int LONGEST_NAME = 100;

    private final Staff staff;
    private final JdbcClient db;
    private final InstantSource time;
    private final Sessions sessions;
    private final Links links;
    private final Timeline timeline;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    Personnel(
            Staff staff,
            JdbcClient db,
            InstantSource time,
            Sessions sessions,
            Links links,
            Timeline timeline,
            Changes changes,
            ApplicationEventPublisher events) {
        this.staff = staff;
        this.db = db;
        this.time = time;
        this.sessions = sessions;
        this.links = links;
        this.timeline = timeline;
        this.changes = changes;
        this.events = events;
    }

    /** Somebody new; or somebody who left and comes back. */
    @Transactional
    public Technician hire(String email, String name, Role role, String language, Actor by) {
        var address = EmailAddress.parse(Invalid.required(email, "email"))
                .orElseThrow(() -> new Invalid("not-an-address", "email", Map.of("address", email)));
        var id = db.sql("""
                insert into staff.technician as t (email, name, role, language, created_at)
                values (:email, :name, :role, :language, :now)
                on conflict (email) do update
                   set name = excluded.name, role = excluded.role, left_at = null, away_since = null
                 where t.left_at is not null
                returning id
                """)
                .param("email", address.toString())
                .param("name", checkedName(name))
                .param("role", role.text())
                .param("language", OwnSettings.language(language))
                .param("now", time.instant().atOffset(UTC))
                .query(Long.class)
                .optional()
                .orElseThrow(TechnicianExists::new);
        record("staff.hired", by, id, Map.of("name", name.strip(), "email", address.toString(), "role", role.text()));
        return need(id);
    }

    @Transactional
    public Technician rename(long id, String name, Actor by) {
        var before = lock(id);
        var after = checkedName(name);
        if (!before.name().equals(after)) {
            set(id, "name", after);
            record("staff.renamed", by, id, Map.of("before", before.name(), "name", after));
        }
        return need(id);
    }

    @Transactional
    public Technician changeEmail(long id, String email, Actor by) {
        var before = lock(id);
        var after = EmailAddress.parse(Invalid.required(email, "email"))
                .orElseThrow(() -> new Invalid("not-an-address", "email", Map.of("address", email)))
                .toString();
        if (!before.email().equals(after)) {
            try {
                set(id, "email", after);
            } catch (DuplicateKeyException taken) {
                throw new TechnicianExists();
            }
            links.forget(id);
            record(
                    "staff.emailChanged",
                    by,
                    id,
                    Map.of("name", before.name(), "before", before.email(), "email", after));
        }
        return need(id);
    }

    /** A new role begins with signing in anew. */
    @Transactional
    public Technician changeRole(long id, Role role, Actor by) {
        var before = lock(id);
        if (before.role() != role) {
            keepAnAdministrator(before);
            set(id, "role", role.text());
            sessions.endAll(id);
            record(
                    "staff.roleChanged",
                    by,
                    id,
                    Map.of("name", before.name(), "before", before.role().text(), "role", role.text()));
        }
        return need(id);
    }

    @Transactional
    public Technician changeTeams(long id, Collection<Long> teams, Actor by) {
        var before = lock(id);
        if (!new HashSet<>(before.teams()).equals(new HashSet<>(teams))) {
            db.sql("delete from staff.membership where technician_id = :id")
                    .param("id", id)
                    .update();
            for (var team : new HashSet<>(teams)) {
                if (staff.team(team).filter(there -> !there.removed()).isEmpty()) {
                    throw new Invalid("team-unknown", "teams");
                }
                db.sql("insert into staff.membership (team_id, technician_id) values (:team, :id)")
                        .param("team", team)
                        .param("id", id)
                        .update();
            }
            record("staff.teamsChanged", by, id, Map.of("name", before.name()));
            events.publishEvent(new StaffEvent.MovedTeam(id));
        }
        return need(id);
    }

    /** What they know, and what they speak with customers. */
    @Transactional
    public Technician changeSkills(long id, List<String> skills, List<String> speaks, Actor by) {
        var before = lock(id);
        if (!before.skills().equals(skills) || !before.speaks().equals(speaks)) {
            db.sql("update staff.technician set skills = :skills, speaks = :speaks where id = :id")
                    .param("skills", skills.toArray(String[]::new))
                    .param("speaks", speaks.toArray(String[]::new))
                    .param("id", id)
                    .update();
            record("staff.skillsChanged", by, id, Map.of("name", before.name(), "skills", skills, "speaks", speaks));
        }
        return need(id);
    }

    /** Works here no more: every way in is shut. What they wrote stays theirs. */
    @Transactional
    public void leave(long id, Actor by) {
        var person = lock(id);
        if (person.leftAt() != null) {
            return;
        }
        keepAnAdministrator(person);
        db.sql("update staff.technician set left_at = :now, password_hash = null where id = :id")
                .param("now", time.instant().atOffset(UTC))
                .param("id", id)
                .update();
        db.sql("update staff.token set revoked_at = :now where technician_id = :id and revoked_at is null")
                .param("now", time.instant().atOffset(UTC))
                .param("id", id)
                .update();
        db.sql("delete from staff.membership where technician_id = :id")
                .param("id", id)
                .update();
        sessions.endAll(id);
        links.forget(id);
        record("staff.left", by, id, Map.of("name", person.name()));
        events.publishEvent(new StaffEvent.Left(id));
    }

    @Transactional
    public Technician setAway(long id, boolean away, Actor by) {
        var person = lock(id);
        if (person.away() != away) {
            db.sql("update staff.technician set away_since = :since where id = :id")
                    .param("since", away ? time.instant().atOffset(UTC) : null)
                    .param("id", id)
                    .update();
            record(away ? "staff.wentAway" : "staff.cameBack", by, id, Map.of("name", person.name()));
            events.publishEvent(away ? new StaffEvent.WentAway(id) : new StaffEvent.CameBack(id));
        }
        return need(id);
    }

    private Technician need(long id) {
        return staff.technician(id).orElseThrow(NotFound::new);
    }

    /** Nobody else changes this person until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Technician lock(long id) {
        var locked = db.sql("select id from staff.technician where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
        return need(locked);
    }

    /** Somebody must be able to let the others in. The rows are locked, so that two cannot step down together. */
    private void keepAnAdministrator(Technician stepsDown) {
        if (stepsDown.role() != Role.ADMINISTRATOR) {
            return;
        }
        var administrators = db.sql("""
                select id from staff.technician
                 where role = 'administrator' and left_at is null
                 order by id for update
                """).query(Long.class).list();
        if (administrators.stream().allMatch(id -> id == stepsDown.id())) {
            throw new LastAdministrator();
        }
    }

    private void set(long id, String column, String value) {
        // The column is one of ours, never something that was typed.
        db.sql("update staff.technician set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", id)
                .update();
    }

    private void record(String kind, Actor by, long id, Map<String, ?> data) {
        timeline.add(kind, by, new Subject("technician", id), null, data);
        changes.record("staff", "technician:" + id);
    }

    private static String checkedName(String name) {
        var stripped = Invalid.required(name, "name").strip();
        if (stripped.length() > LONGEST_NAME || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("name-too-long", "name", Map.of("longest", LONGEST_NAME));
        }
        return stripped;
    }

    /** Somebody with this address works here already. */
    public static final class TechnicianExists extends Refusal {

        TechnicianExists() {
            super(Kind.CONFLICT, "email", Map.of());
        }

        @Override
        public String name() {
            return "technician-exists";
        }
    }

    /** Nobody would be left who can let others in. */
    static final class LastAdministrator extends Refusal {

        LastAdministrator() {
            super(Kind.CONFLICT, "role", Map.of());
        }

        @Override
        public String name() {
            return "last-administrator";
        }
    }
}
