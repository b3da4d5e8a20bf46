package pronto.runtime.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.people.Operator;
import pronto.people.Started;
import pronto.runtime.Home;
import pronto.runtime.RealDatabase;
import pronto.runtime.database.Connections;
import pronto.runtime.database.DebianPostgres;
import pronto.runtime.database.TestDatabases;

@SpringBootTest
class BackupTest extends RealDatabase {

    @Autowired
    private JdbcClient database;

    @Autowired
    private pronto.files.Files files;

    @Autowired
    private Connections here;

    @Autowired
    private Home home;

    @TempDir
    private Path folder;

    private Path file;

    private final Operator operator = new Operator();

    @BeforeEach
    void something_is_there_and_backed_up() throws IOException {
        file = folder.resolve("all.backup");
        if (database.sql("select count(*) from timeline.entry")
                        .query(Long.class)
                        .single()
                == 0) {
            fill();
        }
        assertThat(operator.types("backup", home.folder(), here, file.toString()))
                .as(operator::said)
                .isZero();
    }

    @Test
    void everything_comes_back_in_another_database() throws Exception {
        var there = TestDatabases.empty();
        var newHome = folder.resolve("home");

        assertThat(operator.types("restore", newHome, there, file.toString()))
                .as(operator::said)
                .isZero();

        assertThat(content(there)).isEqualTo(content(here));
        assertThat(filesOf(newHome)).isEqualTo(filesOf(home.folder())).isNotEmpty();
        assertThat(newHome.resolve("master.key")).hasSameTextualContentAs(home.masterKey());
        assertThat(one(there, "select epoch from runtime.installation"))
                .as("whoever remembers a place in the old feed forgets it")
                .isNotEqualTo(one(here, "select epoch from runtime.installation"));
        assertThat(next(there)).as("new rows get new numbers").isGreaterThan(next(here) - 1);
    }

    @Test
    void between_postgresql_18_and_15_and_back_nothing_changes() throws Exception {
        try (var debian = DebianPostgres.start()) {
            var fifteen = debian.database("restored");
            assertThat(operator.types("restore", folder.resolve("fifteen"), fifteen, file.toString()))
                    .as(operator::said)
                    .isZero();
            assertThat(content(fifteen)).isEqualTo(content(here));

            var again = folder.resolve("again.backup");
            assertThat(operator.types("backup", folder.resolve("fifteen"), fifteen, again.toString()))
                    .as(operator::said)
                    .isZero();
            var eighteen = TestDatabases.empty();
            assertThat(operator.types("restore", folder.resolve("eighteen"), eighteen, again.toString()))
                    .as(operator::said)
                    .isZero();
            assertThat(content(eighteen)).isEqualTo(content(here));
        }
    }

    @Test
    void a_damaged_file_is_refused_before_anything_is_touched() throws Exception {
        var bytes = Files.readAllBytes(file);
        for (int place : List.of(100, bytes.length / 3, bytes.length / 2, bytes.length - 100)) {
            var damaged = bytes.clone();
            damaged[place] ^= 1;
            refused(damaged);
        }
        refused(java.util.Arrays.copyOf(bytes, bytes.length / 2));
        refused("no backup at all".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_full_place_is_refused() throws Exception {
        assertThat(operator.types("restore", folder.resolve("home"), here, file.toString()))
                .isOne();
        assertThat(operator.said()).contains("already holds an installation");
    }

    @Test
    void an_installation_that_is_not_whole_is_not_started() throws Exception {
        var there = TestDatabases.fresh();
        try (var connection = there.open("test");
                var statement = connection.createStatement()) {
            statement.execute("update runtime.installation set half_restored = true");
        }

        var program = Started.command(
                "run",
                "--home",
                folder.resolve("home").toString(),
                "--pronto.http.port=0",
                "--pronto.database.url=" + there.url(),
                "--pronto.database.user=" + there.user(),
                "--pronto.database.password=" + there.password());

        assertThat(program.awaitEnd()).isOne();
        assertThat(program.said()).contains("A restore broke off");
    }

    private void refused(byte[] bytes) throws IOException, SQLException {
        var broken = Files.write(folder.resolve("broken.backup"), bytes);
        var there = TestDatabases.empty();
        var newHome = folder.resolve("untouched");

        assertThat(operator.types("restore", newHome, there, broken.toString())).isOne();

        assertThat(newHome).doesNotExist();
        assertThat(one(there, "select count(*) from pg_namespace where nspname = 'runtime'"))
                .isEqualTo("0");
    }

    private void fill() throws IOException {
        var kept = files.put(new ByteArrayInputStream("perché no\n".repeat(5000).getBytes(StandardCharsets.UTF_8)));
        files.put(new ByteArrayInputStream(new byte[0]));
        database.sql("""
                        insert into timeline.entry (at, kind, actor_kind, actor_name, subject_kind, subject_id, customer_id)
                        select clock_timestamp(), 'test', 'pronto', E'Città \\\\ "' || n || E'"\\t\\n', 'ticket', n, n
                        from generate_series(1, 300) n
                        """).update();
        database.sql("""
                        with team as (insert into staff.team (name, created_at)
                                      values ('Helpers', clock_timestamp()) returning id),
                             person as (insert into staff.technician (email, name, role, created_at)
                                        values ('ada@example.com', 'Ada', 'technician', clock_timestamp()) returning id)
                        insert into staff.membership (team_id, technician_id) select team.id, person.id from team, person
                        """).update();
        database.sql("""
                        insert into channels.incoming (once_key, door, envelope_to, sender, sha256, size, received_at)
                        values ('one', 'smtp', array['a@b', null, 'c "d"@e'], 'a@b', :sha256, 1, clock_timestamp())
                        """).param("sha256", kept.id().sha256()).update();
    }

    /** Rows and a checksum of each table. */
    private static Map<String, String> content(Connections database) throws SQLException {
        var content = new TreeMap<String, String>();
        try (var connection = database.open("test");
                var statement = connection.createStatement()) {
            statement.execute("set pronto.scope = 'all'");
            for (var table : new Tables(connection).names()) {
                if (table.equals("runtime.installation") || table.equals("runtime.scheduled_tasks")) {
                    continue;
                }
                try (var row = statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg(t::text, ','"
                        + " order by t::text collate \"C\")), '') from " + table + " t")) {
                    row.next();
                    content.put(table, row.getString(1));
                }
            }
        }
        return content;
    }

    private static String one(Connections database, String query) throws SQLException {
        try (var connection = database.open("test");
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long next(Connections database) throws SQLException {
        return Long.parseLong(one(database, "select nextval(pg_get_serial_sequence('timeline.entry', 'id'))"));
    }

    private static Map<String, Long> filesOf(Path home) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var paths = Files.walk(home.resolve("files"))) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                found.put(path.getFileName().toString(), Files.size(path));
            }
        }
        return found;
    }
}
