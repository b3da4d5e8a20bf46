package pronto.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Rows of several tables, gathered and then written in PostgreSQL's COPY format. */
final class Rows {

    private final Map<String, StringBuilder> byTable = new LinkedHashMap<>();

    /** The table with its columns, {@code schema.table (a, b)}, and a value for each of them. */
    void add(String table, @Nullable Object... values) {
        var rows = byTable.computeIfAbsent(table, first -> new StringBuilder());
        for (var at = 0; at < values.length; at++) {
            if (at > 0) {
                rows.append('\t');
            }
            append(rows, values[at]);
        }
        rows.append('\n');
    }

    private static void append(StringBuilder rows, @Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        var text = value.toString();
        for (var at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\n' -> rows.append("\\n");
                case '\t' -> rows.append("\\t");
                case '\\' -> rows.append("\\\\");
                default -> rows.append(text.charAt(at));
            }
        }
    }

    void write(Connection database) throws SQLException {
        var copying = new CopyManager(database.unwrap(BaseConnection.class));
        for (var table : byTable.entrySet()) {
            var copy = copying.copyIn("copy " + table.getKey() + " from stdin");
            var bytes = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        }
    }
}
