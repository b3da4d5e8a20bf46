package pronto.runtime.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import pronto.runtime.Node;
import pronto.runtime.database.Connections;

/**
 * Whether a commit would succeed, found out by making one. It has a connection of its own, so that a busy pool is not
 * taken for a dead database.
 */
@Component("commit")
class CommitHealth implements HealthIndicator, DisposableBean {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final Executor HERE = Runnable::run;

    private final Connections connections;
    private final Node node;
    private @Nullable Connection kept;

    CommitHealth(Connections connections, Node node) {
        this.connections = connections;
        this.node = node;
    }

    @Override
    public synchronized Health health() {
        try {
            commit(connection());
            return Health.up().build();
        } catch (SQLException e) {
            destroy();
            return Health.down(e).build();
        }
    }

    private Connection connection() throws SQLException {
        var connection = kept;
        if (connection == null) {
            connection = connections.open("health");
            connection.setNetworkTimeout(HERE, PATIENCE_MILLIS);
            kept = connection;
        }
        return connection;
    }

    /** A row of its own, written anew each time. */
    private void commit(Connection connection) throws SQLException {
        try (var write = connection.prepareStatement("""
                insert into runtime.heartbeat (node_id, beats) values (?, 1)
                on conflict (node_id) do update set beats = heartbeat.beats + 1
                """)) {
            write.setObject(1, node.id());
            write.executeUpdate();
        }
    }

    @Override
    public synchronized void destroy() {
        var connection = kept;
        kept = null;
        if (connection != null) {
            try {
                connection.abort(HERE);
            } catch (SQLException e) {
                // It is given up anyway.
                return;
            }
        }
    }
}
