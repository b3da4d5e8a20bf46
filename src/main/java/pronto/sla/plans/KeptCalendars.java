package pronto.sla.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.sla.Calendar;
import pronto.sla.CalendarSaid;
import pronto.sla.Calendars;
import pronto.sla.InUse;
import pronto.sla.SlaEvent;
import pronto.timeline.Actor;
import tools.jackson.databind.json.JsonMapper;

/** The calendars as the database keeps them. */
@Component
class KeptCalendars implements Calendars {

    private static final String VERSION = """
            select c.id, c.name, v.version, v.written_at, v.written_by, v.body
              from sla.calendar c join sla.calendar_version v on v.calendar_id = c.id
             where c.removed_at is null
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final InstantSource time;
    private final NamedRows rows;
    private final ApplicationEventPublisher events;

    KeptCalendars(
            JdbcClient db, JsonMapper json, InstantSource time, NamedRows rows, ApplicationEventPublisher events) {
        this.db = db;
        this.json = json;
        this.time = time;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Optional<Calendar> named(String name) {
        return isAlways(name) ? Optional.of(Calendar.ALWAYS) : current(name).map(Version::calendar);
    }

    private static boolean isAlways(String name) {
        return Names.key(name).equals(Calendar.ALWAYS.name());
    }

    @Override
    public Optional<Version> current(String name) {
        return db.sql(VERSION + " and v.version = c.version and lower(c.name collate \"C\") = :key")
                .param("key", Names.key(name))
                .query(this::version)
                .optional();
    }

    @Override
    public List<Version> all() {
        return db.sql(VERSION + " and v.version = c.version order by lower(c.name), c.id limit 1000")
                .query(this::version)
                .list();
    }

    @Override
    public List<Version> versions(String name) {
        return db.sql(VERSION + " and lower(c.name collate \"C\") = :key order by v.version desc limit 200")
                .param("key", Names.key(name))
                .query(this::version)
                .list();
    }

    @Override
    public Calendar fit(String name, CalendarSaid said) {
        var calendar = CalendarFit.of(Names.fit(name), said);
        CalendarFit.knowHolidays(said);
        return calendar;
    }

    @Override
    @Transactional
    public Written put(String name, CalendarSaid said, IntConsumer seen, Actor actor) {
        if (isAlways(name)) {
            throw InUse.always();
        }
        var calendar = fit(name, said);
        var made = db.sql("""
                insert into sla.calendar (name) values (:name)
                on conflict (lower(name collate "C")) where removed_at is null do nothing
                returning id
                """).param("name", calendar.name()).query(Long.class).optional();
        if (made.isPresent()) {
            seen.accept(0);
            return new Written(
                    write(
                            new NamedRows.Row(made.get(), calendar.name(), 1),
                            calendar,
                            null,
                            "sla.calendarAdded",
                            actor),
                    true);
        }
        var there = rows.calendar(name);
        seen.accept(there.version());
        var before = current(name).orElseThrow();
        // Its own spelling stays: plans name it by that.
        var after = new Calendar(
                there.name(),
                calendar.timeZone(),
                calendar.weekly(),
                calendar.holidays(),
                calendar.closed(),
                calendar.open());
        if (CalendarBody.of(after).equals(CalendarBody.of(before.calendar()))) {
            return new Written(before, false);
        }
        db.sql("update sla.calendar set version = version + 1 where id = :id")
                .param("id", there.id())
                .update();
        var next = there.next();
        return new Written(write(next, after, before.calendar(), "sla.calendarChanged", actor), false);
    }

    private Version write(NamedRows.Row row, Calendar calendar, @Nullable Calendar before, String kind, Actor actor) {
        db.sql("""
                insert into sla.calendar_version (calendar_id, version, written_at, written_by, body)
                values (:id, :version, :at, :by, :body::jsonb)
                """)
                .param("id", row.id())
                .param("version", row.version())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .param("body", json.writeValueAsString(CalendarBody.of(calendar)))
                .update();
        rows.told(
                NamedRows.CALENDAR,
                kind,
                row,
                actor,
                before == null
                        ? Map.of("name", row.name(), "is", CalendarBody.of(calendar))
                        : Map.of("name", row.name(), "was", CalendarBody.of(before), "is", CalendarBody.of(calendar)));
        events.publishEvent(new SlaEvent.CalendarChanged(row.name()));
        return current(row.name()).orElseThrow();
    }

    @Override
    @Transactional
    public void remove(String name, IntConsumer seen, Actor actor) {
        if (isAlways(name)) {
            throw InUse.always();
        }
        var row = rows.calendar(name);
        seen.accept(row.version());
        var plans = plansOf(row.name());
        if (!plans.isEmpty()) {
            throw InUse.calendar(row.name(), String.join(", ", plans));
        }
        db.sql("update sla.calendar set removed_at = :now where id = :id")
                .param("now", time.instant().atOffset(ZoneOffset.UTC))
                .param("id", row.id())
                .update();
        rows.told(NamedRows.CALENDAR, "sla.calendarRemoved", row, actor, Map.of("name", row.name()));
    }

    @Override
    public List<String> plansOf(String calendar) {
        return db.sql("""
                select distinct p.name
                  from sla.plan p join sla.plan_version v on v.plan_id = p.id
                 where p.removed_at is null
                   and (lower(v.body ->> 'hours' collate "C") = :key
                        or lower(v.body ->> 'criticalHours' collate "C") = :key)
                 order by p.name
                """)
                .param("key", Names.key(calendar))
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                CalendarFit.of(row.getString("name"), json.readValue(row.getString("body"), CalendarSaid.class)),
                row.getInt("version"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }
}
