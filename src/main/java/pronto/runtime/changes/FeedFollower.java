package pronto.runtime.changes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;
import pronto.runtime.ChangeListener;
import pronto.runtime.database.Connections;

/**
 * Tells this node's listeners of every committed change, wherever it was made. A notice from the database only wakes
 * it; the rows are what it reads, so a lost notice costs half a second.
 */
@Component
class FeedFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FeedFollower.class);
    private static final String CHANNEL = "pronto_change";
    private static final int BATCH = 1_000;
    private static final long POLL = 500;
    private static final long SOON = 20;

    private final StoredFeed feed;
    private final Bell bell;
    private final JdbcClient database;
    private final Connections connections;
    private final List<ChangeListener> listeners;
    private final AtomicBoolean running = new AtomicBoolean();
    private @Nullable Thread follower;
    private volatile @Nullable Connection ear;

    FeedFollower(
            StoredFeed feed, Bell bell, JdbcClient database, Connections connections, List<ChangeListener> listeners) {
        this.feed = feed;
        this.bell = bell;
        this.database = database;
        this.connections = connections;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        running.set(true);
        var from = feed.now();
        feed.toldUpTo(from);
        follower = Thread.ofVirtual().name("changes").start(() -> follow(from));
        Thread.ofVirtual().name("changes-notices").start(this::hear);
    }

    private void follow(ChangeFeed.Place from) {
        var place = from;
        var wait = POLL;
        while (running.get()) {
            try {
                if (bell.await(wait)) {
                    // Outside the transactions that write: a commit with a notice waits for every other such commit.
                    database.sql("select pg_notify('" + CHANNEL + "', '')")
                            .query()
                            .listOfRows();
                }
                place = readOn(place);
                feed.toldUpTo(place);
                wait = feed.moreIsComing() ? SOON : POLL;
            } catch (InterruptedException e) {
                return;
            } catch (DataAccessException | TransactionException e) {
                wait = POLL;
                if (running.get()) {
                    log.warn("The feed of changes could not be read: {}", e.getMessage());
                }
            }
        }
    }

    private ChangeFeed.Place readOn(ChangeFeed.Place from) {
        var place = from;
        while (true) {
            var batch = feed.after(place, BATCH);
            if (batch.isEmpty()) {
                return feed.now();
            }
            place = batch.get().next();
            var changes = batch.get().changes();
            if (!changes.isEmpty()) {
                tell(changes);
            }
            if (changes.size() < BATCH) {
                return place;
            }
        }
    }

    private void tell(List<Change> changes) {
        for (var listener : listeners) {
            try {
                listener.changed(changes);
            } catch (RuntimeException e) {
                log.error("A listener to changes failed", e);
            }
        }
    }

    private void hear() {
        while (running.get()) {
            try (Connection connection = connections.open("notices")) {
                ear = connection;
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                var notices = connection.unwrap(PGConnection.class);
                while (running.get()) {
                    // A finite wait, so that a connection that died without a word is found by the next line.
                    var heard = notices.getNotifications(10_000);
                    if (heard == null || heard.length == 0) {
                        try (var statement = connection.createStatement()) {
                            statement.execute("select 1");
                        }
                    } else {
                        bell.ringFromOutside();
                    }
                }
            } catch (SQLException e) {
                if (running.get()) {
                    log.warn("Notices of changes are not heard, looking every half second: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running.set(false);
        bell.ringFromOutside();
        try {
            // Not interrupted: that would tear a connection of the pool.
            if (follower != null) {
                follower.join(1_000);
            }
            if (ear != null) {
                ear.abort(Runnable::run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            log.debug("Was closed already", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
