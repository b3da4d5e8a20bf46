package pronto.runtime.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to reach the database; opens connections that are not the pool's, for those who keep one for good. */
public record Connections(String url, String user, String password) {

    /** A connection that says by its name what it is for. */
    public Connection open(String purpose) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "pronto " + purpose);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        // A server that is stopped is connected to by its kernel, and then never says a word.
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("targetServerType", "primary");
        return DriverManager.getConnection(url, properties);
    }
}
