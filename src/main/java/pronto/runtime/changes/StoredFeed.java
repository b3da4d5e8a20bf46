package pronto.runtime.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.runtime.Change;
import pronto.runtime.ChangeFeed;

/**
 * Reads the feed in the order of transactions, and only below the oldest one that still runs: whoever was at a place
 * can never find something new before it.
 */
@Component
class StoredFeed implements ChangeFeed {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final InstantSource clock;
    private volatile @Nullable Place told;

    StoredFeed(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Place told() {
        var known = told;
        return known == null ? now() : known;
    }

    void toldUpTo(Place place) {
        told = place;
    }

    @Override
    public Place now() {
        return database.sql("""
                        select epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xid, -1 as seq
                        from runtime.installation
                        """).query(StoredFeed::place).single();
    }

    @Override
    public Optional<Batch> after(Place place, int limit) {
        return settledBefore(place).map(settled -> read(place, settled, limit));
    }

    private Batch read(Place place, long settled, int limit) {
        var changes = new ArrayList<Change>();
        // Whoever has read all moves on to what is not settled yet, so that an idle reader is not left behind.
        var next = new Place[] {new Place(place.epoch(), Math.max(settled, place.transaction()), -1)};
        database.sql("""
                        select xid::text, seq, topic, key, at from runtime.change
                        where (xid, seq) > (cast(:xid as xid8), :seq) and xid < cast(:settled as xid8)
                        order by xid, seq limit :limit
                        """)
                .param("xid", Long.toString(place.transaction()))
                .param("seq", place.row())
                .param("settled", Long.toString(settled))
                .param("limit", limit)
                .query(row -> {
                    changes.add(new Change(
                            row.getString("topic"),
                            row.getString("key"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
                    if (changes.size() == limit) {
                        next[0] = new Place(place.epoch(), Long.parseLong(row.getString("xid")), row.getLong("seq"));
                    }
                });
        return new Batch(changes, next[0]);
    }

    /** Whether something is written that cannot be read yet because an older transaction still runs. */
    boolean moreIsComing() {
        return database.sql("""
                        select exists (select from runtime.change
                                       where xid >= pg_snapshot_xmin(pg_current_snapshot()))
                        """).query(Boolean.class).single();
    }

    /** Forgets what is older than a day. */
    @Transactional
    void trim() {
        database.sql("""
                        with gone as (delete from runtime.change where at < :before returning xid)
                        update runtime.installation
                        set feed_starts_after = greatest(feed_starts_after, (select max(xid) from gone))
                        where exists (select from gone)
                        """)
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest transaction that may still run, if the feed still holds all that is behind this place. */
    private Optional<Long> settledBefore(Place place) {
        return database.sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text as settled from runtime.installation
                        where epoch = :epoch and feed_starts_after < cast(:xid as xid8)
                        """)
                .param("epoch", place.epoch())
                .param("xid", Long.toString(place.transaction()))
                .query((row, number) -> Long.valueOf(row.getString("settled")))
                .optional();
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        return new Place(row.getObject("epoch", UUID.class), Long.parseLong(row.getString("xid")), row.getLong("seq"));
    }
}
