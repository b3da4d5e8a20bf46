package pronto.runtime.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import pronto.runtime.Change;
import pronto.runtime.ChangeListener;

/** Runs the jobs of all modules; of several nodes, whichever claims one first. */
@Component
class JobRunner implements SmartLifecycle, ChangeListener {

    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int HEARTBEATS_MISSED_BY_THE_DEAD = 5;
    private static final int AT_ONCE = 8;

    private final DataSource database;
    private final InstantSource clock;
    private final ObjectProvider<Task<?>> tasks;
    private @Nullable Scheduler scheduler;
    private Instant latest = Instant.MIN;

    JobRunner(DataSource database, InstantSource clock, ObjectProvider<Task<?>> tasks) {
        this.database = database;
        this.clock = clock;
        this.tasks = tasks;
    }

    @Override
    public synchronized void start() {
        var recurring = new ArrayList<RecurringTask<?>>();
        var others = new ArrayList<Task<?>>();
        for (Task<?> task : tasks) {
            if (task instanceof RecurringTask<?> again) {
                recurring.add(again);
            } else {
                others.add(task);
            }
        }
        scheduler = build(recurring, others);
        scheduler.start();
    }

    private Scheduler build(List<RecurringTask<?>> recurring, List<Task<?>> others) {
        return Scheduler.create(database, others)
                .startTasks(recurring)
                .tableName(JobsConfiguration.TABLE)
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()))
                .pollingInterval(Duration.ofSeconds(1))
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED_BY_THE_DEAD)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
    }

    /** Whoever sleeps until a certain time would oversleep when the time is set back. */
    @Override
    public void changed(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.topic().equals("clock"))
                && clock.instant().isBefore(latest)) {
            Thread.ofVirtual().start(this::startAgain);
        }
        latest = clock.instant();
    }

    private synchronized void startAgain() {
        if (isRunning()) {
            stop();
            start();
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
