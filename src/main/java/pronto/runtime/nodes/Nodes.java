package pronto.runtime.nodes;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.CannotRun;
import pronto.runtime.Node;
import pronto.runtime.RunningNodes;
import pronto.runtime.Settings;

/** The programs that share this database now: each says every three seconds that it is there. */
@Component
public class Nodes implements RunningNodes, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final JdbcClient database;
    private final InstantSource clock;
    private final Node node;
    private final Settings settings;
    private @Nullable ScheduledExecutorService heart;
    private volatile @Nullable URI reachedAt;

    Nodes(JdbcClient database, InstantSource clock, Node node, Settings settings) {
        this.database = database;
        this.clock = clock;
        this.node = node;
        this.settings = settings;
    }

    /** Before everything that works: whoever starts next must see us. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        refuseHalf();
        if (settings.database().isOurOwn()) {
            // Nobody else can be on it: what is here is an earlier start that was killed.
            database.sql("delete from runtime.node").update();
        }
        beat();
        heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("node").factory());
        var unused = heart.scheduleAtFixedRate(
                this::tryBeat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refuseHalf() {
        var half = database.sql("select half_restored from runtime.installation")
                .query(Boolean.class)
                .single();
        if (half) {
            throw new CannotRun("A restore broke off in this database: empty it and restore again.");
        }
    }

    /** The others that were heard of lately. */
    public List<UUID> others() {
        return database.sql("select id from runtime.node where id <> :id and seen_at > :since")
                .param("id", node.id())
                .param("since", clock.instant().minus(LEASE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    @Override
    public List<RunningNode> all() {
        return database.sql("""
                        select id, address, url, version, started_at, seen_at from runtime.node
                        where seen_at > :since order by started_at, id limit 200
                        """)
                .param("since", clock.instant().minus(LEASE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new RunningNode(
                        new Node(row.getObject("id", UUID.class), row.getString("address"), row.getString("version")),
                        row.getString("url"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Where people reach the one that was heard of last, if any runs. */
    public Optional<URI> addressOfOneThatRuns() {
        return database.sql("""
                        select url from runtime.node where seen_at > :since and url is not null
                        order by seen_at desc limit 1
                        """)
                .param("since", clock.instant().minus(LEASE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> URI.create(row.getString("url")))
                .optional();
    }

    /** Known once the web server listens. */
    public void reachedAt(URI address) {
        reachedAt = address;
        if (isRunning()) {
            tryBeat();
        }
    }

    private void beat() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into runtime.node (id, address, url, version, started_at, seen_at)
                        values (:id, :address, :url, :version, :now, :now)
                        on conflict (id) do update set seen_at = excluded.seen_at, url = excluded.url
                        """)
                .param("id", node.id())
                .param("address", node.address())
                .param("url", reachedAt == null ? null : reachedAt.toString())
                .param("version", node.version())
                .param("now", now)
                .update();
        database.sql("delete from runtime.node where seen_at < :before")
                .param("before", now.minus(LEASE))
                .update();
        database.sql("""
                        delete from runtime.heartbeat h
                        where not exists (select from runtime.node n where n.id = h.node_id)
                        """).update();
    }

    private void tryBeat() {
        try {
            beat();
        } catch (DataAccessException e) {
            log.debug("Not seen by the others", e);
        }
    }

    @Override
    public void stop() {
        if (heart == null) {
            return;
        }
        heart.shutdown();
        heart = null;
        try {
            database.sql("delete from runtime.node where id = :id")
                    .param("id", node.id())
                    .update();
        } catch (DataAccessException e) {
            log.debug("The others will notice by themselves", e);
        }
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }
}
