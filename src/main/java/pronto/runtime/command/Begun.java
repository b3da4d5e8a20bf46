package pronto.runtime.command;

import java.nio.file.Files;
import java.sql.SQLException;
import pronto.runtime.CannotRun;
import pronto.runtime.Home;
import pronto.runtime.Settings;
import pronto.runtime.database.Connections;

/**
 * Whether there is an installation for a command to work on: one that is pointed at the wrong folder must not make an
 * empty one there and call that its success.
 */
final class Begun {

    private Begun() {}

    /** Before anything is made. */
    static void check(Settings settings) {
        var home = new Home(settings.home());
        var given = settings.database();
        if (given.isOurOwn()) {
            check(home);
        } else {
            check(new Connections(given.url(), given.user(), given.password()));
        }
    }

    private static void check(Home home) {
        if (!Files.isDirectory(home.database())) {
            throw new CannotRun("There is no Pronto in the folder " + home.folder()
                    + ": say with --home DIR where it is, or start it there once.");
        }
    }

    private static void check(Connections database) {
        try (var connection = database.open("look");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('runtime.flyway_schema_history') is null")) {
            if (row.next() && row.getBoolean(1)) {
                throw new CannotRun("The database " + database.url().replaceFirst("\\?.*", "")
                        + " holds no Pronto: start it with that database once.");
            }
        } catch (SQLException e) {
            // Why it cannot be reached is said when the program needs it, a moment later.
        }
    }
}
