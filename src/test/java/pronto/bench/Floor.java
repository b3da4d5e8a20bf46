package pronto.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.flywaydb.core.Flyway;

/**
 * The bare floor of intake: copies of the rows and files that Pronto wrote for some mails, written again by plain JDBC
 * into a database of the same server with the same schema: bytes with fsync, a commit for accepting, a commit for filing.
 */
final class Floor {

    /** A table and how its rows of one mail are found; {@code :mail} is the id in channels.incoming. */
    private record Part(String table, String rows) {}

    private static final String TICKET = "(select ticket_id from tickets.message where incoming_id = :mail)";

    private static final List<Part> ACCEPTED = List.of(
            new Part("files.file", "sha256 = (select sha256 from channels.incoming where id = :mail)"),
            new Part("channels.incoming", "id = :mail"));

    private static final List<Part> FILED = List.of(
            new Part(
                    "files.file",
                    "sha256 in (select a.sha256 from tickets.attachment a join tickets.message m on m.id = a.message_id"
                            + " where m.incoming_id = :mail)"),
            new Part("tickets.ticket", "id = " + TICKET),
            new Part("channels.outgoing", "subject_kind = 'ticket' and subject_id = " + TICKET),
            new Part(
                    "channels.delivery",
                    "outgoing_id in (select id from channels.outgoing where subject_kind = 'ticket' and subject_id = "
                            + TICKET + ")"),
            new Part("tickets.message", "ticket_id = " + TICKET),
            new Part(
                    "tickets.attachment",
                    "message_id in (select id from tickets.message where ticket_id = " + TICKET + ")"),
            new Part("tickets.participant", "ticket_id = " + TICKET),
            new Part("timeline.entry", "subject_kind = 'ticket' and subject_id = " + TICKET),
            new Part("runtime.change", "topic = 'ticket' and key = " + TICKET + "::text"));

    /** Rows to write, one statement each. */
    private record Row(String statement, List<Object> values) {}

    private record Mail(List<Long> bytesOfAccepting, List<Row> accepting, List<Long> bytesOfFiling, List<Row> filing) {}

    private static final AtomicInteger number = new AtomicInteger();

    private final Installation pronto;
    private final Path files;
    private final String name = "floor_" + number.incrementAndGet();

    Floor(Installation pronto, Path files) {
        this.pronto = pronto;
        this.files = files;
    }

    /** The nanoseconds that it took for the mails of this run. */
    long run(String run, int connections, int mails) throws Exception {
        var rows = new ConcurrentLinkedQueue<>(read(run, mails));
        make();
        Files.createDirectories(files);
        var idle = new ConcurrentLinkedQueue<Connection>();
        for (int i = 0; i < connections; i++) {
            var connection = pronto.database(name);
            connection.setAutoCommit(false);
            idle.add(connection);
        }
        var start = System.nanoTime();
        IntakeBench.together(connections, () -> {
            try (var connection = idle.remove()) {
                for (var mail = rows.poll(); mail != null; mail = rows.poll()) {
                    write(connection, mail.bytesOfAccepting(), mail.accepting());
                    write(connection, mail.bytesOfFiling(), mail.filing());
                }
            }
            return null;
        });
        return System.nanoTime() - start;
    }

    private List<Mail> read(String run, int mails) throws IOException, SQLException {
        var read = new ArrayList<Mail>();
        try (var database = pronto.database();
                var ids = database.prepareStatement(
                        "select id from channels.incoming where message_id like ? order by id limit " + mails)) {
            ids.setString(1, "%" + run + ".%");
            try (var found = ids.executeQuery()) {
                while (found.next()) {
                    read.add(read(database, found.getLong(1)));
                }
            }
        }
        if (read.size() != mails) {
            throw new IllegalStateException("found " + read.size() + " of " + mails + " mails of " + run);
        }
        return read;
    }

    private static Mail read(Connection database, long mail) throws SQLException {
        var accepting = rows(database, ACCEPTED, mail);
        var filing = rows(database, FILED, mail);
        filing.add(new Row("update channels.incoming set state = 'filed' where id = ?", List.of(mail)));
        return new Mail(sizes(accepting), accepting, sizes(filing), filing);
    }

    private static List<Long> sizes(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.statement().contains(" files.file "))
                .map(row -> row.values().stream()
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .findFirst()
                        .orElse(0L))
                .toList();
    }

    private static List<Row> rows(Connection database, List<Part> parts, long mail) throws SQLException {
        var rows = new ArrayList<Row>();
        for (var part : parts) {
            var question =
                    "select * from " + part.table() + " where " + part.rows().replace(":mail", Long.toString(mail));
            try (var statement = database.createStatement();
                    var found = statement.executeQuery(question)) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getMetaData().getColumnName(i));
                }
                // A transaction's id is not ours to write.
                var written =
                        columns.stream().filter(column -> !column.equals("xid")).toList();
                while (found.next()) {
                    var values = new ArrayList<Object>();
                    for (var column : written) {
                        // As it was when the mail had come and no more.
                        values.add(
                                part.table().equals("channels.incoming") && column.equals("state")
                                        ? "received"
                                        : found.getObject(column));
                    }
                    var conflict = part.table().equals("files.file") ? " on conflict do nothing" : "";
                    rows.add(new Row(
                            "insert into " + part.table() + " (" + quoted(written)
                                    + ") overriding system value values ("
                                    + String.join(", ", Collections.nCopies(written.size(), "?")) + ")" + conflict,
                            values));
                }
            }
        }
        return rows;
    }

    private static String quoted(List<String> columns) {
        return String.join(
                ", ", columns.stream().map(column -> "\"" + column + "\"").toList());
    }

    private void make() throws IOException, SQLException {
        try (var owner = pronto.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create database " + name + " owner pronto");
        }
        try (var database = pronto.database(name)) {
            var url = database.getMetaData().getURL();
            var passwords = Files.readAllLines(pronto.home().resolve("database/passwords"));
            Flyway.configure()
                    .dataSource(url, "pronto", passwords.get(1))
                    .defaultSchema("runtime")
                    .schemas("runtime")
                    .load()
                    .migrate();
            copy(database, "staff.team");
            copy(database, "staff.technician");
        }
    }

    private void copy(Connection to, String table) throws IOException, SQLException {
        var part = new Part(table, "true");
        try (var from = pronto.database()) {
            for (var row : rows(from, List.of(part), 0)) {
                insert(to, row);
            }
        }
    }

    private void write(Connection connection, List<Long> sizes, List<Row> rows) throws IOException, SQLException {
        for (var size : sizes) {
            writeFile(size);
        }
        for (var row : rows) {
            insert(connection, row);
        }
        connection.commit();
    }

    private static void insert(Connection connection, Row row) throws SQLException {
        try (var statement = connection.prepareStatement(row.statement())) {
            for (int i = 0; i < row.values().size(); i++) {
                statement.setObject(i + 1, row.values().get(i));
            }
            statement.executeUpdate();
        }
    }

    /** As Pronto keeps bytes: written beside, forced, moved into place, the folder forced. */
    private void writeFile(long size) throws IOException {
        var bytes = new byte[Math.toIntExact(size)];
        RandomGenerator.getDefault().nextBytes(bytes);
        var name = Long.toHexString(RandomGenerator.getDefault().nextLong());
        var folder = Files.createDirectories(files.resolve(name.substring(name.length() - 2)));
        var beside = files.resolve(name + ".tmp");
        try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
