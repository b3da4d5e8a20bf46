package pronto.sla.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.sla.Calendar;
import pronto.sla.Calendars;
import pronto.sla.InUse;
import pronto.sla.PlanSaid;
import pronto.sla.PlanUse;
import pronto.sla.Plans;
import pronto.sla.SlaEvent;
import pronto.sla.SupportPlan;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import tools.jackson.databind.json.JsonMapper;

/** The support plans as the database keeps them. */
@Component
class KeptPlans implements Plans {

    private static final String VERSION = """
            select p.id, p.name, p.version, v.from_at, v.written_at, v.written_by, v.body
              from sla.plan p join sla.plan_version v on v.plan_id = p.id
             where p.removed_at is null
            """;

    /** Of several that begin together the one that was written last. */
    private static final String STANDING = """
             and not exists (select from sla.plan_version later
                              where later.plan_id = v.plan_id and later.from_at = v.from_at
                                and later.version > v.version)
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final InstantSource time;
    private final NamedRows rows;
    private final ApplicationEventPublisher events;
    private final Calendars calendars;
    private final ObjectProvider<PlanUse> uses;

    KeptPlans(
            JdbcClient db,
            JsonMapper json,
            InstantSource time,
            NamedRows rows,
            ApplicationEventPublisher events,
            Calendars calendars,
            ObjectProvider<PlanUse> uses) {
        this.db = db;
        this.json = json;
        this.time = time;
        this.rows = rows;
        this.events = events;
        this.calendars = calendars;
        this.uses = uses;
    }

    @Override
    public Optional<SupportPlan> on(String name, Instant at) {
        return db.sql(VERSION + """
                   and lower(p.name collate "C") = :key and v.from_at <= :at
                 order by v.from_at desc, v.version desc
                 limit 1
                """)
                .param("key", Names.key(name))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::version)
                .optional()
                .map(Version::plan);
    }

    @Override
    public Optional<Version> current(String name) {
        return all(Names.key(name)).stream().findFirst();
    }

    @Override
    public List<Version> all() {
        return all(null);
    }

    /** In force now, else the first that will be. */
    private List<Version> all(@Nullable String key) {
        return db.sql("""
                select * from (
                    select distinct on (p.id) p.id, p.name, p.version, v.from_at, v.written_at, v.written_by, v.body
                      from sla.plan p join sla.plan_version v on v.plan_id = p.id
                     where p.removed_at is null and (:key::text is null or lower(p.name collate "C") = :key)
                     order by p.id, v.from_at > :now,
                              case when v.from_at <= :now then v.from_at end desc, v.from_at, v.version desc) plan
                 order by lower(name), id
                 limit 1000
                """)
                .param("key", key)
                .param("now", now())
                .query(this::version)
                .list();
    }

    @Override
    public List<Version> versions(String name) {
        return db.sql(VERSION + STANDING + """
                   and lower(p.name collate "C") = :key
                 order by v.from_at desc, v.version desc
                 limit 200
                """)
                .param("key", Names.key(name))
                .query(this::version)
                .list();
    }

    @Override
    public SupportPlan fit(String name, PlanSaid said) {
        var plan = PlanFit.of(Names.fit(name), said);
        return new SupportPlan(
                plan.name(),
                plan.channels(),
                Objects.requireNonNull(calendar(plan.hours(), "hours")),
                calendar(plan.criticalHours(), "criticalHours"),
                plan.targets(),
                plan.silence());
    }

    /** By its own spelling. */
    private @Nullable String calendar(@Nullable String name, String field) {
        return name == null
                ? null
                : calendars
                        .named(name)
                        .map(Calendar::name)
                        .orElseThrow(() -> new Invalid("calendar-unknown", field, Map.of("calendar", name)));
    }

    @Override
    @Transactional
    public Written put(String name, PlanSaid said, @Nullable Instant from, IntConsumer seen, Actor actor) {
        var plan = fit(name, said);
        hold(plan);
        var made = db.sql("""
                insert into sla.plan (name) values (:name)
                on conflict (lower(name collate "C")) where removed_at is null do nothing
                returning id
                """).param("name", plan.name()).query(Long.class).optional();
        if (made.isPresent()) {
            seen.accept(0);
            var row = new NamedRows.Row(made.get(), plan.name(), 1);
            var since = Objects.requireNonNullElse(from, EVER);
            return new Written(write(row, plan, null, since, "sla.planAdded", actor), true);
        }
        var there = rows.plan(name);
        seen.accept(there.version());
        var since = Objects.requireNonNullElseGet(from, time::instant);
        var before = on(there.name(), since).orElse(null);
        // Its own spelling stays: customers name it by that.
        var after = new SupportPlan(
                there.name(), plan.channels(), plan.hours(), plan.criticalHours(), plan.targets(), plan.silence());
        if (after.equals(before)) {
            return new Written(versionAt(there.id(), since), false);
        }
        db.sql("update sla.plan set version = version + 1 where id = :id")
                .param("id", there.id())
                .update();
        var next = there.next();
        return new Written(write(next, after, before, since, "sla.planChanged", actor), false);
    }

    /** Nobody removes a calendar while a plan that names it is being written. */
    private void hold(SupportPlan plan) {
        for (var calendar : new String[] {plan.hours(), plan.criticalHours()}) {
            if (calendar != null && !calendar.equals(Calendar.ALWAYS.name())) {
                var held = db.sql("""
                        select id from sla.calendar
                         where lower(name collate "C") = :key and removed_at is null for share
                        """)
                        .param("key", Names.key(calendar))
                        .query(Long.class)
                        .optional();
                if (held.isEmpty()) {
                    throw new Invalid("calendar-unknown", "hours", Map.of("calendar", calendar));
                }
            }
        }
    }

    private Version write(
            NamedRows.Row row, SupportPlan plan, @Nullable SupportPlan before, Instant from, String kind, Actor actor) {
        db.sql("""
                insert into sla.plan_version (plan_id, version, from_at, written_at, written_by, body, begun)
                values (:id, :version, :from, :at, :by, :body::jsonb, :from <= :at)
                """)
                .param("id", row.id())
                .param("version", row.version())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("at", now())
                .param("by", actor.name())
                .param("body", json.writeValueAsString(PlanBody.of(plan)))
                .update();
        rows.told(
                NamedRows.PLAN,
                kind,
                row,
                actor,
                before == null
                        ? Map.of("name", row.name(), "from", from.toString(), "is", PlanBody.of(plan))
                        : Map.of(
                                "name",
                                row.name(),
                                "from",
                                from.toString(),
                                "was",
                                PlanBody.of(before),
                                "is",
                                PlanBody.of(plan)));
        if (!from.isAfter(time.instant())) {
            events.publishEvent(new SlaEvent.PlanChanged(row.name(), from));
        }
        return versionAt(row.id(), from);
    }

    @Override
    @Transactional
    public void start(Actor actor) {
        for (var plan : ShippedPlans.read(json)) {
            var name = Objects.requireNonNull(plan.name());
            if (current(name).isEmpty()) {
                put(name, plan, null, version -> {}, actor);
            }
        }
    }

    private record Begun(long id, String name, Instant from, boolean there) {}

    /** Tells of what was written for later and holds by now. */
    @Transactional
    void begin() {
        var begun = db.sql("""
                update sla.plan_version v set begun = true from sla.plan p
                 where p.id = v.plan_id and not v.begun and v.from_at <= :now
                returning p.id, p.name, v.from_at, p.removed_at is null as there
                """)
                .param("now", now())
                .query((row, number) -> new Begun(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("there")))
                .list();
        begun.stream().filter(Begun::there).forEach(plan -> {
            rows.changed(NamedRows.PLAN, plan.id());
            events.publishEvent(new SlaEvent.PlanChanged(plan.name(), plan.from()));
        });
    }

    @Override
    @Transactional
    public void remove(String name, IntConsumer seen, Actor actor) {
        var row = rows.plan(name);
        seen.accept(row.version());
        uses.stream().filter(PlanUse::holds).forEach(use -> {
            var count = use.count(List.of(row.name()));
            if (count > 0) {
                throw InUse.plan(row.name(), count);
            }
        });
        db.sql("update sla.plan set removed_at = :now where id = :id")
                .param("now", now())
                .param("id", row.id())
                .update();
        rows.told(NamedRows.PLAN, "sla.planRemoved", row, actor, Map.of("name", row.name()));
    }

    private Version versionAt(long plan, Instant at) {
        return db.sql(VERSION + " and p.id = :id and v.from_at <= :at order by v.from_at desc, v.version desc limit 1")
                .param("id", plan)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::version)
                .single();
    }

    private OffsetDateTime now() {
        return time.instant().atOffset(ZoneOffset.UTC);
    }

    private Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                PlanFit.of(row.getString("name"), json.readValue(row.getString("body"), PlanSaid.class)),
                row.getInt("version"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }
}
