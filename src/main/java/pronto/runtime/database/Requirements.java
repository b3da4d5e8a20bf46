package pronto.runtime.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import pronto.runtime.CannotRun;

/** What a database must be to hold Pronto's data. */
public final class Requirements {

    private static final int OLDEST_POSTGRESQL = 15;

    private Requirements() {}

    /** What is worth a warning, if anything is; too old a database is refused. */
    public static Optional<String> check(DataSource database) {
        try (var connection = database.getConnection()) {
            var metadata = connection.getMetaData();
            refuseOld(metadata.getDatabaseMajorVersion(), metadata.getDatabaseProductVersion());
            return unwalled(connection);
        } catch (SQLException e) {
            throw new CannotRun("The database does not answer: " + e.getMessage(), e);
        }
    }

    static void refuseOld(int major, String version) {
        if (major < OLDEST_POSTGRESQL) {
            throw new CannotRun(
                    "The database is PostgreSQL " + version + "; Pronto needs " + OLDEST_POSTGRESQL + " or newer.");
        }
    }

    /** Row-level security does not hold for such a role. */
    private static Optional<String> unwalled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var role = statement.executeQuery("select rolname, rolsuper from pg_roles"
                        + " where rolname = current_user and (rolsuper or rolbypassrls)")) {
            return role.next()
                    ? Optional.of("The database role " + role.getString("rolname")
                            + (role.getBoolean("rolsuper") ? " is a superuser" : " has BYPASSRLS")
                            + ": the database's own wall between customers does not hold for it."
                            + " Use a role that only owns the database.")
                    : Optional.empty();
        }
    }
}
