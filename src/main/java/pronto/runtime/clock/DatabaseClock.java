package pronto.runtime.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;
import pronto.runtime.Changes;
import pronto.runtime.TimeShift;

/**
 * Tells the database's time, so that all nodes agree, whatever their own clocks say. Asked every few seconds; between
 * two answers it counts by the one clock of the machine that nobody sets.
 */
@Component
class DatabaseClock implements InstantSource, TimeShift, ChangeListener, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration SKEW_WORTH_SAYING = Duration.ofSeconds(2);

    private record Reading(Instant at, long ticks, Duration shift) {

        Instant now() {
            return at.plusNanos(System.nanoTime() - ticks).plus(shift);
        }
    }

    private final JdbcClient database;
    private final ObjectProvider<Changes> changes;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("clock").factory());
    private volatile Reading reading;

    DatabaseClock(JdbcClient database, ObjectProvider<Changes> changes) {
        this.database = database;
        this.changes = changes;
        this.reading = ask();
        var skew = Duration.between(Instant.now(), reading.at()).abs();
        if (skew.compareTo(SKEW_WORTH_SAYING) > 0) {
            log.warn("This machine's clock is {} away from the database's, whose time is used", skew);
        }
        var unused = asking.scheduleWithFixedDelay(this::askAgain, 5, 5, TimeUnit.SECONDS);
    }

    /** Microseconds, as the database keeps them, so that what was written equals what is read. */
    @Override
    public Instant instant() {
        return reading.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Duration current() {
        return reading.shift();
    }

    @Override
    public void set(Duration shift) {
        database.sql("update runtime.installation set clock_shift = make_interval(secs => :seconds)")
                .param("seconds", shift.toMillis() / 1000.0)
                .update();
        changes.getObject().record("clock", "shift");
        read();
    }

    @Override
    public void changed(List<Change> seen) {
        if (seen.stream().anyMatch(change -> change.topic().equals("clock"))) {
            askAgain();
        }
    }

    /** One at a time: an answer that was long on its way never takes the place of a later one. */
    private synchronized void read() {
        reading = ask();
    }

    private Reading ask() {
        var before = System.nanoTime();
        return database.sql("""
                        select clock_timestamp() as now, extract(epoch from clock_shift) as shift
                        from runtime.installation
                        """)
                .query((row, number) -> {
                    var after = System.nanoTime();
                    return new Reading(
                            row.getObject("now", OffsetDateTime.class).toInstant(),
                            before + (after - before) / 2,
                            Duration.ofMillis(Math.round(row.getDouble("shift") * 1000)));
                })
                .single();
    }

    private void askAgain() {
        try {
            read();
        } catch (DataAccessException e) {
            log.debug("The database does not tell the time; counting on", e);
        }
    }

    @Override
    public void destroy() {
        asking.shutdown();
    }
}
