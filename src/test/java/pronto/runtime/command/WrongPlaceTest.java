package pronto.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pronto.people.Started;
import pronto.runtime.database.TestDatabases;

/** An operator, or a nightly job, whose command looks for Pronto where there is none. */
class WrongPlaceTest {

    static final List<List<String>> commands = List.of(
            List.of("backup", "/dev/null/pronto.backup"),
            List.of("token", "create", "erp"),
            List.of("user", "create", "ada@example.com", "--name", "Ada", "--role", "administrator"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("commands")
    void a_folder_without_an_installation_is_named_and_left_empty(List<String> command) throws IOException {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(refused(command, "--home", empty.toString()))
                .contains("There is no Pronto in the folder " + empty)
                .contains("--home");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void a_database_without_an_installation_is_named_and_left_empty() throws SQLException {
        var database = TestDatabases.empty();

        assertThat(refused(
                        List.of("token", "create", "erp"),
                        "--home",
                        folder.toString(),
                        "--pronto.database.url=" + database.url(),
                        "--pronto.database.user=" + database.user(),
                        "--pronto.database.password=" + database.password()))
                .contains("The database " + database.url() + " holds no Pronto");
        try (var connection = database.open("test");
                var row = connection.createStatement().executeQuery("select to_regnamespace('runtime') is null")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_backup_into_a_folder_that_is_none_is_refused_before_anything_is_started() throws IOException {
        var home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectory(home.resolve("database"));

        assertThat(refused(
                        List.of("backup", folder.resolve("none/pronto.backup").toString()), "--home", home.toString()))
                .contains("Nothing can be written into the folder " + folder.resolve("none"));
        assertThat(home.resolve("database")).isEmptyDirectory();
    }

    private static String refused(List<String> command, String... more) {
        var ended =
                Started.command(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
        assertThat(ended.awaitEnd()).as(ended.said()).isOne();
        assertThat(ended.said().lines()).hasSize(1);
        return ended.said();
    }
}
