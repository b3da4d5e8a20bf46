package pronto.tickets.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;

/** Reading one column, and writing one value, where JDBC says it in more words. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static <E extends Enum<E>> E choice(ResultSet row, String column, Class<E> choices) throws SQLException {
        return Spelling.read(choices, row.getString(column));
    }

    static <E extends Enum<E>> @Nullable E choiceOrNull(ResultSet row, String column, Class<E> choices)
            throws SQLException {
        var spelled = row.getString(column);
        return spelled == null ? null : Spelling.read(choices, spelled);
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable String spelled(@Nullable Enum<?> choice) {
        return choice == null ? null : Spelling.of(choice);
    }
}
