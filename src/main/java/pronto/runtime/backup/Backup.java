package pronto.runtime.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import pronto.runtime.BackupPart;
import pronto.runtime.CannotRun;
import pronto.runtime.Command;
import pronto.runtime.Home;
import pronto.runtime.MasterKey;
import pronto.runtime.Settings;
import pronto.runtime.Version;
import pronto.runtime.keys.KeyMaterial;

/**
 * The whole installation in one file, while it runs: everything is read from one moment of the database, and only then
 * the files that this moment names.
 */
@CommandLine.Command(
        name = "backup",
        description = "Writes the whole installation (database, files, keys) into one file, while it runs.")
public final class Backup implements Command {

    static final String KEY = "master.key";

    @CommandLine.Parameters(
            paramLabel = "FILE",
            description = "The file to write; an older one is replaced at the end.")
    private Path file = Path.of("pronto.backup");

    @Override
    public void check(Settings settings) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CannotRun("Nothing can be written into the folder " + folder + ".");
        }
    }

    @Override
    public int run(BeanFactory program) throws IOException, SQLException {
        // Asked for first, so that the schema is this program's.
        program.getBean(JdbcClient.class);
        // A backup with a key that fits nothing would be worth nothing.
        program.getBean(MasterKey.class);
        var parts = program.getBeanProvider(BackupPart.class).stream().toList();
        try (var connection = program.getBean(DataSource.class).getConnection();
                var writer = new BackupWriter(file)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var tables = new ArrayList<Manifest.CopiedTable>();
            var schema = new Tables(connection);
            for (var table : schema.names()) {
                tables.add(copy(connection, table, schema, writer));
            }
            for (var part : parts) {
                part.save(connection, (name, bytes) -> writer.put(part.name() + "/" + name, bytes));
            }
            writer.put(
                    KEY,
                    new ByteArrayInputStream(program.getBean(KeyMaterial.class).bytes()));
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    Manifest.VERSION,
                    Version.ofThisProgram().number(),
                    schema.one("select version from runtime.flyway_schema_history where success and version is not null"
                            + " order by installed_rank desc limit 1"),
                    connection.getMetaData().getDatabaseProductVersion(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    tables,
                    // Last: sequences do not stand still, and one that is too far on does no harm.
                    schema.sequences(),
                    writer.entries());
            connection.rollback();
            writer.finish(manifest);
            say(manifest, program.getBean(Home.class));
        }
        return 0;
    }

    private static Manifest.CopiedTable copy(Connection connection, String table, Tables schema, BackupWriter writer)
            throws SQLException, IOException {
        var columns = schema.columns(table);
        var rows = new long[1];
        writer.put(
                "tables/" + table,
                out -> rows[0] = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select " + String.join(", ", columns) + " from " + table + ") to stdout", out));
        return new Manifest.CopiedTable(table, columns, rows[0]);
    }

    private void say(Manifest manifest, Home home) throws IOException {
        System.out.printf(
                "Backed up %s: %,d rows of %d tables and %,d files into %s (%,d bytes).%n",
                home.folder(),
                manifest.rows(),
                manifest.tables().size(),
                manifest.entries().size() - manifest.tables().size() - 1,
                file,
                Files.size(file));
    }
}
