package pronto.runtime.database;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pronto.runtime.CannotRun;
import pronto.runtime.Home;

/** Our own PostgreSQL, on loopback alone, watched over while Pronto runs. */
final class EmbeddedServer implements DatabaseServer {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final String DATABASE = "pronto";

    private final FolderLock lock;
    private final Cluster cluster;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;

    private EmbeddedServer(FolderLock lock, Cluster cluster, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.watch = Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    static DatabaseServer start(Home home) {
        return tryToStart(home)
                .orElseThrow(() -> new CannotRun("Another Pronto runs on the folder " + home.folder()
                        + ": stop it first, or give this one a folder of its own with --home."));
    }

    /** For a command beside a running program: its server where there is one. */
    static DatabaseServer startOrShare(Home home) {
        return tryToStart(home).orElseGet(() -> share(home));
    }

    private static Optional<DatabaseServer> tryToStart(Home home) {
        try {
            var lock = FolderLock.take(home.lock());
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            var cluster = clusterIn(home);
            return Optional.of(new EmbeddedServer(lock.get(), cluster, cluster.start()));
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static DatabaseServer share(Home home) {
        try {
            var cluster = clusterIn(home);
            return cluster.running()
                    .map(port -> new GivenServer(cluster.connections(port, DATABASE)))
                    .orElseThrow(() -> new CannotRun("The Pronto on the folder " + home.folder()
                            + " is just starting or stopping: try again in a moment."));
        } catch (IOException e) {
            throw unusable(home, e);
        }
    }

    private static Cluster clusterIn(Home home) throws IOException {
        return new Cluster(home.database(), home.programs(), List.of());
    }

    private static CannotRun unusable(Home home, IOException why) {
        return new CannotRun("The folder " + home.folder() + " cannot be used: " + why.getMessage(), why);
    }

    @Override
    public Connections connections() {
        return cluster.connections(port, DATABASE);
    }

    /** A server that dies is started again at the same port; the pool finds it there. */
    private void watch() {
        try {
            while (!closing.await(500, TimeUnit.MILLISECONDS)) {
                if (cluster.hasDied()) {
                    log.error("The database died; starting it again");
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() {
        try {
            cluster.startAgain(port);
        } catch (IOException | CannotRun e) {
            log.error("The database could not be started again; trying on", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            watch.join();
            cluster.stop();
        } catch (IOException e) {
            log.error("The database could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
