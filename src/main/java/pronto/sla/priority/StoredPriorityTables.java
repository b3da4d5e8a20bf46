package pronto.sla.priority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Changes;
import pronto.sla.PriorityTable;
import pronto.sla.PriorityTables;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.NotFound;
import pronto.ui.api.Changed;
import tools.jackson.databind.json.JsonMapper;

/** The priority table as the database keeps it. Of two who change it at once the version's key lets one. */
@Component
class StoredPriorityTables implements PriorityTables {

    static final String TOPIC = "priorityTable";

    private static final String COLUMNS = "select version, content, at, by_name, restores from sla.priority_table";

    private final JdbcClient db;
    private final JsonMapper json;
    private final Timeline timeline;
    private final Changes changes;
    private final InstantSource time;
    // A version never changes.
    private final Map<Long, Version> known = new ConcurrentHashMap<>();

    StoredPriorityTables(JdbcClient db, JsonMapper json, Timeline timeline, Changes changes, InstantSource time) {
        this.db = db;
        this.json = json;
        this.timeline = timeline;
        this.changes = changes;
        this.time = time;
    }

    @Override
    public Version current() {
        return version(db.sql("select max(version) from sla.priority_table")
                .query(Long.class)
                .single());
    }

    @Override
    public Version version(long number) {
        var there = known.get(number);
        if (there == null) {
            there = db.sql(COLUMNS + " where version = :version")
                    .param("version", number)
                    .query(this::row)
                    .optional()
                    .orElseThrow(NotFound::new);
        }
        return there;
    }

    @Override
    public List<Version> versions(@Nullable Long before, int limit) {
        return db.sql(COLUMNS + " where version < :before order by version desc limit :limit")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    @Override
    @Transactional
    public Version change(PriorityTable table, LongConsumer seen, Actor by) {
        return add(table, null, seen, by);
    }

    @Override
    @Transactional
    public Version restore(long number, LongConsumer seen, Actor by) {
        return add(version(number).table(), number, seen, by);
    }

    private Version add(PriorityTable table, @Nullable Long restores, LongConsumer seen, Actor by) {
        var before = current();
        seen.accept(before.number());
        if (before.table().equals(table)) {
            return before;
        }
        var added = new Version(before.number() + 1, table, time.instant(), by.name(), restores);
        try {
            db.sql("""
                    insert into sla.priority_table (version, content, at, by_name, restores)
                    values (:version, :content::jsonb, :at, :by, :restores)
                    """)
                    .param("version", added.number())
                    .param("content", json.writeValueAsString(TableJson.of(table)))
                    .param("at", added.at().atOffset(ZoneOffset.UTC))
                    .param("by", added.by())
                    .param("restores", restores)
                    .update();
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw new Changed();
        }
        timeline.add(
                restores == null ? "sla.tableChanged" : "sla.tableRestored",
                by,
                new Subject(TOPIC, added.number()),
                null,
                restores == null
                        ? Map.of("version", added.number())
                        : Map.of("version", added.number(), "restores", restores));
        changes.record(TOPIC, Long.toString(added.number()));
        return added;
    }

    private Version row(ResultSet row, int index) throws SQLException {
        var restores = row.getLong("restores");
        var none = row.wasNull();
        var version = new Version(
                row.getLong("version"),
                json.readValue(row.getString("content"), TableJson.class).table(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                none ? null : restores);
        known.put(version.number(), version);
        return version;
    }
}
