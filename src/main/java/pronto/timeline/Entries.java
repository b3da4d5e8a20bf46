package pronto.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.runtime.Gathered;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The timeline as the database keeps it. */
@Repository
class Entries implements Timeline {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private static final String ALL = "select * from timeline.entry where id < :before order by id desc limit :limit";

    // Goes from one kind to the next, of which there are some dozens, and takes the newest of each that fits: to filter
    // the whole timeline would look through years for a kind that is rare.
    private static final String OF_KINDS = """
            with recursive kinds as (
                (select kind from timeline.entry where kind >= :prefix order by kind limit 1)
                union all
                select (select e.kind from timeline.entry e where e.kind > k.kind order by e.kind limit 1)
                  from kinds k where k.kind is not null)
            select e.* from kinds k cross join lateral (
                   select * from timeline.entry e where e.kind = k.kind and e.id < :before
                    order by e.id desc limit :limit) e
             where starts_with(k.kind, :prefix)
             order by e.id desc
             limit :limit
            """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final InstantSource time;
    private final Gathered<Line> gathered = new Gathered<>(this::write);

    private record Line(
            Instant at,
            String kind,
            Actor actor,
            Subject subject,
            @Nullable Long customer,
            String data) {}

    Entries(JdbcClient db, JsonMapper json, InstantSource time) {
        this.db = db;
        this.json = json;
        this.time = time;
    }

    @Override
    public void add(String kind, Actor actor, Subject subject, @Nullable Long customer, Map<String, ?> data) {
        gathered.add(new Line(time.instant(), kind, actor, subject, customer, json.writeValueAsString(data)));
    }

    /** All of one transaction with one statement, in the order in which it happened. */
    private void write(List<Line> lines) {
        db.sql("""
                insert into timeline.entry
                       (at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, customer_id, data)
                select at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id, customer_id, data::jsonb
                  from unnest(:at::timestamptz[], :kind::text[], :actorKind::text[], :actor::bigint[],
                              :actorName::text[], :subjectKind::text[], :subject::bigint[], :customer::bigint[],
                              :data::text[])
                       with ordinality as line (at, kind, actor_kind, actor_id, actor_name, subject_kind, subject_id,
                                                customer_id, data, place)
                 order by place
                """)
                .param("at", column(lines, line -> line.at().toString(), String[]::new))
                .param("kind", column(lines, Line::kind, String[]::new))
                .param("actorKind", column(lines, line -> spelled(line.actor().kind()), String[]::new))
                .param("actor", column(lines, line -> line.actor().id(), Long[]::new))
                .param("actorName", column(lines, line -> line.actor().name(), String[]::new))
                .param("subjectKind", column(lines, line -> line.subject().kind(), String[]::new))
                .param("subject", column(lines, line -> line.subject().id(), Long[]::new))
                .param("customer", column(lines, Line::customer, Long[]::new))
                .param("data", column(lines, Line::data, String[]::new))
                .update();
    }

    private static <T> T[] column(List<Line> lines, Function<Line, @Nullable T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }

    private static String spelled(Actor.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Entry> of(Subject subject, @Nullable Long before, int limit) {
        return db.sql("""
                select * from timeline.entry
                 where subject_kind = :kind and subject_id = :id and id < :before
                 order by id desc
                 limit :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    @Override
    public List<Entry> all(@Nullable String kindPrefix, @Nullable Long before, int limit) {
        return db.sql(kindPrefix == null ? ALL : OF_KINDS)
                .param("prefix", kindPrefix)
                .param("before", before == null ? Long.MAX_VALUE : before)
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
