package pronto.staff.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pronto.staff.Role;
import pronto.staff.Technician;

/** Reads technicians. */
@Repository
public class Technicians {

    /** Everything {@link #read} wants, from {@code staff.technician t}. */
    public static final String COLUMNS = """
            t.id as t_id, t.email, t.name, t.role, t.language, t.time_zone, t.theme, t.single_keys, t.away_since, t.left_at,
            t.skills, t.speaks,
            array(select m.team_id from staff.membership m where m.technician_id = t.id order by m.team_id) as teams
            """;

    private final JdbcClient db;

    Technicians(JdbcClient db) {
        this.db = db;
    }

    Optional<Technician> find(long id) {
        return select("where t.id = :id")
                .param("id", id)
                .query(Technicians::read)
                .optional();
    }

    Optional<Technician> find(String email) {
        return select("where t.email = :email")
                .param("email", email)
                .query(Technicians::read)
                .optional();
    }

    Map<Long, Technician> find(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return select("where t.id in (:ids)").param("ids", ids).query(Technicians::read).list().stream()
                .collect(Collectors.toMap(Technician::id, Function.identity()));
    }

    List<Technician> working() {
        return select("where t.left_at is null order by lower(t.name), t.id")
                .query(Technicians::read)
                .list();
    }

    /** Those who left too, one page: by id. */
    public List<Technician> everybody(long after, int limit) {
        return select("where t.id > :after order by t.id limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Technicians::read)
                .list();
    }

    private JdbcClient.StatementSpec select(String which) {
        return db.sql("select " + COLUMNS + " from staff.technician t " + which);
    }

    public static Technician read(ResultSet row, int number) throws SQLException {
        return new Technician(
                row.getLong("t_id"),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                row.getString("language"),
                row.getString("time_zone"),
                row.getString("theme"),
                row.getBoolean("single_keys"),
                instant(row, "away_since"),
                instant(row, "left_at"),
                numbers(row.getArray("teams")),
                List.of((String[]) row.getArray("skills").getArray()),
                List.of((String[]) row.getArray("speaks").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }
}
