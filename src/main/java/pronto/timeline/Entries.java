package pronto.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The timeline as the database keeps it. */
@Repository
class Entries implements Timeline {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final InstantSource time;

    Entries(JdbcClient db, JsonMapper json, InstantSource time) {
        this.db = db;
        this.json = json;
        this.time = time;
    }

    @Override
    public void add(String kind, Actor actor, Subject subject, @Nullable Long customer, Map<String, ?> data) {
        db.sql("""
                insert into timeline.entry
                       (at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, customer_id, data)
                values (:at, :kind, :actorKind, :actor, :actorName, :subjectKind, :subject, :customer, :data::jsonb)
                """)
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("actorKind", actor.kind().name().toLowerCase(Locale.ROOT))
                .param("actor", actor.id())
                .param("actorName", actor.name())
                .param("subjectKind", subject.kind())
                .param("subject", subject.id())
                .param("customer", customer)
                .param("data", json.writeValueAsString(data))
                .update();
    }

    @Override
    public List<Entry> of(Subject subject, @Nullable Long before, int limit) {
        return db.sql("""
                select * from timeline.entry
                 where subject_kind = :kind and subject_id = :id and (:before::bigint is null or id < :before)
                 order by id desc
                 limit :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    @Override
    public List<Entry> all(@Nullable String kindPrefix, @Nullable Long before, int limit) {
        return db.sql("""
                select * from timeline.entry
                 where (:prefix::text is null or starts_with(kind, :prefix))
                   and (:before::bigint is null or id < :before)
                 order by id desc
                 limit :limit
                """)
                .param("prefix", kindPrefix)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT)),
                        row.getObject("actor_id", Long.class),
                        row.getString("actor_name")),
                new Subject(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getObject("customer_id", Long.class),
                json.readValue(row.getString("data"), DATA));
    }
}
