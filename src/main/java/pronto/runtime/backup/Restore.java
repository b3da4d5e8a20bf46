package pronto.runtime.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine;
import pronto.runtime.BackupPart;
import pronto.runtime.CannotRun;
import pronto.runtime.Command;
import pronto.runtime.Home;
import pronto.runtime.Settings;
import pronto.runtime.database.Requirements;
import pronto.runtime.keys.KeyMaterial;

/** Brings an installation back from its backup, into an empty place; all of the file is checked before anything is touched. */
@CommandLine.Command(
        name = "restore",
        description = "Brings an installation back from its backup into an empty folder or database.")
public final class Restore implements Command {

    @CommandLine.Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("pronto.backup");

    /** All of the file is read here once, before a folder or a database is made. */
    @Override
    public void check(Settings settings) throws IOException {
        try (var backup = BackupReader.open(file)) {
            refuseNewer(backup.manifest());
            refuseOccupied(settings, new Home(settings.home()), bytesOf(backup, Backup.KEY));
        }
    }

    @Override
    public boolean needsSchema() {
        return false;
    }

    @Override
    public boolean beginsInstallation() {
        return true;
    }

    @Override
    public int run(BeanFactory program) throws IOException, SQLException {
        try (var backup = BackupReader.openChecked(file)) {
            restore(program, backup, bytesOf(backup, Backup.KEY));
            System.out.printf(
                    "Restored %,d rows of %d tables, and all files, as of %s.%n",
                    backup.manifest().rows(),
                    backup.manifest().tables().size(),
                    backup.manifest().createdAt());
        }
        return 0;
    }

    private static void restore(BeanFactory program, BackupReader backup, byte[] key) throws IOException, SQLException {
        var database = program.getBean(DataSource.class);
        Requirements.check(database);
        try (var connection = database.getConnection()) {
            if (!new Tables(connection).isEmpty()) {
                throw new CannotRun("The database already holds an installation: restore into an empty one.");
            }
        }
        if (program.getBean(Settings.class).key() == null) {
            KeyMaterial.write(program.getBean(Home.class), key);
        }
        schema(database, backup.manifest().schema());
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, backup);
            connection.commit();
        }
        // Only now: the parts need the schema.
        for (var part : program.getBeanProvider(BackupPart.class).stream().toList()) {
            for (var name : backup.in(part.name())) {
                try (var bytes = backup.read(part.name() + "/" + name)) {
                    part.restore(name, bytes);
                }
            }
        }
        try (var connection = database.getConnection()) {
            new Tables(connection).run("update runtime.installation set half_restored = false");
        }
    }

    private static void fill(Connection connection, BackupReader backup) throws SQLException, IOException {
        var manifest = backup.manifest();
        var schema = new Tables(connection);
        var keys = schema.foreignKeys();
        var walled = schema.walled();
        var guarded = schema.guarded();
        each(schema, keys.drop());
        for (var table : walled) {
            schema.run("alter table " + table + " disable row level security");
        }
        for (var table : guarded) {
            schema.run("alter table " + table + " disable trigger user");
        }
        var copier = connection.unwrap(PGConnection.class).getCopyAPI();
        for (var table : manifest.tables()) {
            schema.run("truncate " + table.name());
            try (var bytes = backup.read("tables/" + table.name())) {
                var rows = copier.copyIn(
                        "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin", bytes);
                if (rows != table.rows()) {
                    throw new CannotRun("Of " + table.rows() + " rows of " + table.name() + " only " + rows
                            + " came back: nothing was restored.");
                }
            }
        }
        for (var sequence : manifest.sequences()) {
            schema.run("select setval('%s', %d, %b)".formatted(sequence.name(), sequence.value(), sequence.called()));
        }
        for (var table : guarded) {
            schema.run("alter table " + table + " enable trigger user");
        }
        for (var table : walled) {
            schema.run("alter table " + table + " enable row level security");
        }
        each(schema, keys.add());
        // Whoever remembers a place in the feed of the old database must forget it.
        schema.run("update runtime.installation"
                + " set epoch = gen_random_uuid(), feed_starts_after = '0', half_restored = true");
    }

    private static void each(Tables schema, List<String> statements) throws SQLException {
        for (var statement : statements) {
            schema.run(statement);
        }
    }

    /** The schema as it was when the backup was made. */
    private static void schema(DataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("runtime")
                .schemas("runtime")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private void refuseNewer(Manifest manifest) throws IOException {
        if (MigrationVersion.fromVersion(manifest.schema()).compareTo(newestKnown()) > 0) {
            throw new CannotRun("The backup " + file + " was made by a newer Pronto (" + manifest.program()
                    + "): restore it with that version.");
        }
    }

    private static MigrationVersion newestKnown() throws IOException {
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*__*.sql");
        return Arrays.stream(scripts)
                .map(script -> String.valueOf(script.getFilename()))
                .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }

    private static void refuseOccupied(Settings settings, Home home, byte[] key) throws IOException {
        if (settings.database().isOurOwn() && Files.exists(home.database())) {
            throw new CannotRun(
                    "The folder " + home.folder() + " already holds an installation: restore into an empty one.");
        }
        if (settings.key() == null && Files.exists(home.masterKey())) {
            throw new CannotRun(
                    "The folder " + home.folder() + " already holds a master key: restore into an empty one.");
        }
        if (settings.key() != null && !KeyMaterial.of(settings, home).is(key)) {
            throw new CannotRun("The setting pronto.key is another key than the one in the backup.");
        }
    }

    private static byte[] bytesOf(BackupReader backup, String entry) throws IOException {
        try (var bytes = backup.read(entry)) {
            return bytes.readAllBytes();
        }
    }
}
