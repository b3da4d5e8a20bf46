package pronto.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Fills a fresh database with years of tickets: rows by COPY, indexes made after them. */
final class Stock {

    /** A connection as the owner of the server. */
    interface Owner {
        Connection connect() throws IOException, SQLException;
    }

    private static final int THREADS = 3;
    private static final int AT_ONCE = 1_000;

    private static final String SCHEMAS = "('channels', 'customers', 'staff', 'tickets', 'timeline')";

    private final Owner owner;
    private final int tickets;
    private final double open;

    Stock(Owner owner, int tickets) {
        this(owner, tickets, Years.open(tickets));
    }

    /** {@code open} is the share of them that was opened so lately that most still are. */
    Stock(Owner owner, int tickets, double open) {
        this.owner = owner;
        this.tickets = tickets;
        this.open = open;
    }

    void fill() throws Exception {
        try (var owner = owner()) {
            var years = new Years(tickets, now(owner), open);
            var indexes = dropIndexes(owner);
            var people = new Rows();
            years.people(people);
            people.write(owner);
            var next = new AtomicLong(1);
            IntakeBench.together(THREADS, () -> {
                try (var database = owner()) {
                    for (var from = next.getAndAdd(AT_ONCE); from <= tickets; from = next.getAndAdd(AT_ONCE)) {
                        var rows = new Rows();
                        for (var id = from; id < from + AT_ONCE && id <= tickets; id++) {
                            years.ticket(id, rows);
                        }
                        rows.write(database);
                    }
                }
                return null;
            });
            var last = new Rows();
            years.longTicket(tickets + 1, last);
            last.write(owner);
            makeIndexes(owner, indexes);
            moveOn(owner);
        }
    }

    /** As the server's owner, so that no foreign key is asked for each of millions of rows that are known to fit. */
    private Connection owner() throws IOException, SQLException {
        var connection = owner.connect();
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
        }
        return connection;
    }

    private static java.time.Instant now(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Map<String, String> dropIndexes(Connection owner) throws SQLException {
        var indexes = new LinkedHashMap<String, String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("""
                        select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
                          from pg_index i join pg_class c on c.oid = i.indexrelid
                          join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname in %s and not i.indisunique
                        """.formatted(SCHEMAS))) {
            while (rows.next()) {
                indexes.put(rows.getString("name"), rows.getString("made"));
            }
        }
        for (var name : indexes.keySet()) {
            run(owner, "drop index " + name);
        }
        return indexes;
    }

    private void makeIndexes(Connection owner, Map<String, String> indexes) throws Exception {
        var next = new java.util.concurrent.ConcurrentLinkedQueue<>(indexes.values());
        IntakeBench.together(THREADS, () -> {
            try (var database = owner()) {
                for (var made = next.poll(); made != null; made = next.poll()) {
                    run(database, made);
                }
            }
            return null;
        });
        run(owner, "vacuum analyze");
        run(owner, "checkpoint");
    }

    /** New rows go on after those that were copied. */
    private static void moveOn(Connection owner) throws SQLException {
        for (var column : texts(owner, """
                select format('select setval(pg_get_serial_sequence(%%L, ''id''),'
                              || ' greatest(1, (select coalesce(max(id), 1) from %%s)))', c.oid::regclass, c.oid::regclass)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.attidentity = 'a'
                 where n.nspname in %s
                """.formatted(SCHEMAS))) {
            run(owner, column);
        }
        run(owner, "select setval('tickets.ticket_number', (select max(number) from tickets.ticket))");
    }

    static List<String> texts(Connection database, String question) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void run(Connection database, String order) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(order);
        }
    }
}
