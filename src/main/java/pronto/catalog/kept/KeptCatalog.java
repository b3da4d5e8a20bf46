package pronto.catalog.kept;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.catalog.Catalog;
import pronto.catalog.Dependency;
import pronto.catalog.Part;

/** The catalog as the database keeps it. What it asks of the graph is one bounded question each. */
@Repository
class KeptCatalog implements Catalog {

    /** All that these touch, each once: {@code union} ends at what was seen before. */
    private static final String TOUCHED = """
            with recursive touched (id) as (
                select p.id from catalog.part p where p.key = any(:keys) and p.retired_at is null
                union
                select d.part_id
                  from touched t
                  join catalog.dependency d on d.on_id = t.id
                  join catalog.part p on p.id = d.part_id and p.retired_at is null)
            """;

    private final JdbcClient db;

    KeptCatalog(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Part> find(String key) {
        return db.sql(PartRows.PART + "where p.key = :key")
                .param("key", spelled(key))
                .query(PartRows::part)
                .optional();
    }

    @Override
    public Map<String, Part> find(Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : db
                        .sql(PartRows.PART + "where p.key = any(:keys)")
                        .param("keys", spelled(keys))
                        .query(PartRows::part)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Part::key, Function.identity()));
    }

    @Override
    public List<Part> matching(Query query) {
        return db.sql(PartRows.PART + """
                 where (:kind::text is null or p.kind = :kind)
                   and (p.retired_at is not null) = :retired
                   and p.words like all(:patterns)
                   and (:after::text is null or p.key > :after)
                 order by p.key
                 limit :limit
                """)
                .param("kind", query.kind() == null ? null : query.kind().text())
                .param("retired", query.retired())
                .param("patterns", Folded.patterns(query.words()).toArray(String[]::new))
                .param("after", query.after())
                .param("limit", query.limit())
                .query(PartRows::part)
                .list();
    }

    @Override
    public List<Part> dependents(Collection<String> keys, int limit) {
        return db.sql(TOUCHED + PartRows.PART + """
                  join touched t on t.id = p.id
                 where p.key <> all(:keys)
                 order by p.core desc, p.kind = 'service' desc, p.key
                 limit :limit
                """)
                .param("keys", spelled(keys))
                .param("limit", limit)
                .query(PartRows::part)
                .list();
    }

    @Override
    public boolean touchesCore(Collection<String> keys) {
        return db.sql(TOUCHED + """
                select exists (select from touched t join catalog.part p on p.id = t.id where p.core)
                """)
                .param("keys", spelled(keys))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Line> around(Part part, boolean upwards, int depth, int limit) {
        var here = upwards ? "on_id" : "part_id";
        var there = upwards ? "part_id" : "on_id";
        return db.sql("""
                with recursive near (id, depth) as (
                    select :id::bigint, 0
                    union
                    select d.%2$s, n.depth + 1
                      from near n join catalog.dependency d on d.%1$s = n.id
                     where n.depth < :depth),
                nearest as (select id, min(depth) as depth from near group by id)
                select f.key as from_key, t.key as to_key, d.how
                  from nearest n
                  join catalog.dependency d on d.%1$s = n.id
                  join catalog.part f on f.id = d.part_id
                  join catalog.part t on t.id = d.on_id
                 where n.depth < :depth
                 order by n.depth, f.key, t.key
                 limit :limit
                """.formatted(here, there))
                .param("id", part.id())
                .param("depth", depth)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getString("from_key"), row.getString("to_key"), Dependency.named(row.getString("how"))))
                .list();
    }

    static String spelled(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }

    private static String[] spelled(Collection<String> keys) {
        return keys.stream().map(KeptCatalog::spelled).distinct().toArray(String[]::new);
    }
}
