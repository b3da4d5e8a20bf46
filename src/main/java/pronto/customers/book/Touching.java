package pronto.customers.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.customers.Touched;
import pronto.customers.Touched.TouchedCustomer;

/** Whom parts of the catalog touch: one question, which sees each part at most twice and each platform once. */
@Component
class Touching {

    // A part is touched outright, or only by where it runs: a platform that names its own environments is then spared,
    // unless the one in trouble is among them.
    private static final String QUESTION = """
            with recursive touched (id, outright) as (
                select p.id, true from catalog.part p where p.key = any(:keys) and p.retired_at is null
                union
                select d.part_id, t.outright and d.how = 'dependsOn'
                  from touched t
                  join catalog.dependency d on d.on_id = t.id
                  join catalog.part p on p.id = d.part_id and p.retired_at is null),
            part as materialized (
                select p.key, bool_or(t.outright) as outright
                  from touched t join catalog.part p on p.id = t.id group by p.key),
            platform as (
                select f.customer_id, f.name, r.part_key
                  from part join customers.platform_part r on r.part_key = part.key
                            join customers.platform f on f.id = r.platform_id
                 where part.outright
                    or not exists (select from customers.platform_part o join catalog.part e on e.key = o.part_key
                                    where o.platform_id = f.id and e.kind = 'environment')),
            customer as materialized (
                select customer_id, array_agg(distinct name order by name) as platforms,
                       array_agg(distinct part_key order by part_key) as through
                  from platform group by customer_id)
            select (select count(*) from customer) as many, (select count(*) from customers.customer) as all_there_are,
                   shown.*
              from (select 1) as once
              left join lateral (
                   select c.id, c.code, c.name, t.platforms, t.through
                     from customer t join customers.customer c on c.id = t.customer_id
                    where :after::bigint is null
                       or (c.name_key, c.id) > (select l.name_key, l.id from customers.customer l where l.id = :after)
                    order by c.name_key, c.id
                    limit :limit) as shown on true
            """;

    private record Line(long many, long ofAll, @Nullable TouchedCustomer customer) {}

    private final JdbcClient db;

    Touching(JdbcClient db) {
        this.db = db;
    }

    Touched by(Collection<String> parts, @Nullable Long after, int limit) {
        var keys =
                parts.stream().map(key -> key.strip().toLowerCase(Locale.ROOT)).toArray(String[]::new);
        var lines = db.sql(QUESTION)
                .param("keys", keys)
                .param("after", after)
                .param("limit", limit)
                .query(Touching::line)
                .list();
        var some = new ArrayList<TouchedCustomer>();
        for (var line : lines) {
            if (line.customer() != null) {
                some.add(line.customer());
            }
        }
        return new Touched(lines.getFirst().many(), lines.getFirst().ofAll(), List.copyOf(some));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", Long.class);
        return new Line(
                row.getLong("many"),
                row.getLong("all_there_are"),
                id == null
                        ? null
                        : new TouchedCustomer(
                                id,
                                row.getString("code"),
                                row.getString("name"),
                                List.of((String[]) row.getArray("platforms").getArray()),
                                List.of((String[]) row.getArray("through").getArray())));
    }
}
