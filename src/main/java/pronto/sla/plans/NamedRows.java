package pronto.sla.plans;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Changes;
import pronto.sla.NotPromised;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;

/** A plan or a calendar by its name: held for as long as it is changed, and told of to everybody. */
@Component
class NamedRows {

    static final String PLAN = "plan";
    static final String CALENDAR = "calendar";

    record Row(long id, String name, int version) {

        Row next() {
            return new Row(id, name, version + 1);
        }
    }

    private final JdbcClient db;
    private final Timeline timeline;
    private final Changes changes;

    NamedRows(JdbcClient db, Timeline timeline, Changes changes) {
        this.db = db;
        this.timeline = timeline;
        this.changes = changes;
    }

    Row plan(String name) {
        return locked(PLAN, name).orElseThrow(() -> NotPromised.plan(name));
    }

    Row calendar(String name) {
        return locked(CALENDAR, name).orElseThrow(() -> NotPromised.calendar(name));
    }

    private Optional<Row> locked(String table, String name) {
        return db.sql("select id, name, version from sla." + table
                        + " where lower(name collate \"C\") = :key and removed_at is null for update")
                .param("key", Names.key(name))
                .query((row, number) -> new Row(row.getLong("id"), row.getString("name"), row.getInt("version")))
                .optional();
    }

    void told(String what, String kind, Row row, Actor actor, Map<String, ?> data) {
        timeline.add(kind, actor, new Subject(what, row.id()), null, data);
        changed(what, row.id());
    }

    /** The screens that show it draw it anew. */
    void changed(String what, long id) {
        changes.record(what, Long.toString(id));
    }
}
