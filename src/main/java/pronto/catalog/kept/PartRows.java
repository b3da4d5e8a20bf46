package pronto.catalog.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import pronto.catalog.Part;
import pronto.catalog.PartKind;

/** Rows of the database as parts, with the keys of what they need. */
final class PartRows {

    /** Followed by joins, where, order. */
    static final String PART = """
            select p.id, p.kind, p.key, p.name_en, p.name_it, p.description, p.team_id, p.core, p.version,
                   p.retired_at is not null as retired,
                   array(select o.key from catalog.dependency d join catalog.part o on o.id = d.on_id
                          where d.part_id = p.id and d.how = 'dependsOn' order by o.key) as depends_on,
                   array(select o.key from catalog.dependency d join catalog.part o on o.id = d.on_id
                          where d.part_id = p.id and d.how = 'runsOn' order by o.key) as runs_on
              from catalog.part p
            """;

    private PartRows() {}

    static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getLong("id"),
                PartKind.named(row.getString("kind")),
                row.getString("key"),
                row.getString("name_en"),
                row.getString("name_it"),
                row.getString("description"),
                row.getLong("team_id"),
                row.getBoolean("core"),
                row.getBoolean("retired"),
                keys(row, "depends_on"),
                keys(row, "runs_on"),
                row.getInt("version"));
    }

    private static List<String> keys(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
