package pronto.runtime.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the schema holds, asked of the database itself, so that no new table is ever forgotten. */
final class Tables {

    /** Of the moment, or made anew: the feed's places mean nothing in another database. */
    private static final List<String> LEFT_OUT =
            List.of("runtime.flyway_schema_history", "runtime.node", "runtime.heartbeat", "runtime.change");

    private static final String OURS =
            "n.nspname not in ('public', 'information_schema') and n.nspname not like 'pg\\_%'";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    List<String> names() throws SQLException {
        var names = list("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and %s order by 1
                """.formatted(OURS));
        names.removeAll(LEFT_OUT);
        return names;
    }

    List<String> columns(String table) throws SQLException {
        return list("""
                select quote_ident(attname) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                order by attnum
                """.formatted(table));
    }

    List<Manifest.SequenceState> sequences() throws SQLException {
        var states = new ArrayList<Manifest.SequenceState>();
        for (var name : list("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'S' and %s order by 1
                """.formatted(OURS))) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + name)) {
                row.next();
                states.add(new Manifest.SequenceState(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return states;
    }

    /** Statements that take the foreign keys away, and those that bring them back. */
    record ForeignKeys(List<String> drop, List<String> add) {}

    ForeignKeys foreignKeys() throws SQLException {
        var from = " from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and "
                + OURS + " order by k.oid";
        return new ForeignKeys(
                list("select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname)" + from),
                list("select format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname,"
                        + " pg_get_constraintdef(k.oid))" + from));
    }

    /** Tables behind the wall between customers, which would refuse to be filled in one go. */
    List<String> walled() throws SQLException {
        return list("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relrowsecurity and " + OURS);
    }

    /** Tables with rules of their own about what is written, which held when it was written first. */
    List<String> guarded() throws SQLException {
        return list("select distinct t.tgrelid::regclass::text from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                + " join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and " + OURS);
    }

    boolean isEmpty() throws SQLException {
        return list("select 'x' from pg_namespace n where n.nspname = 'runtime' limit 1")
                .isEmpty();
    }

    String one(String query) throws SQLException {
        return list(query).getFirst();
    }

    void run(String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private List<String> list(String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
