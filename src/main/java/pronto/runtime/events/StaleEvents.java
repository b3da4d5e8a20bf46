package pronto.runtime.events;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import pronto.runtime.nodes.Nodes;

/** Sends events again whose listener failed, or whose node died before it was through; later each time. */
@Component
class StaleEvents implements SmartLifecycle {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 9;
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final FailedEventPublications failed;
    private final Nodes nodes;
    private boolean running;

    StaleEvents(JdbcClient database, FailedEventPublications failed, Nodes nodes) {
        this.nodes = nodes;
        this.database = database;
        this.failed = failed;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> resubmitStaleEvents(StaleEvents events) {
            return Tasks.recurring("runtime.resubmitStaleEvents", FixedDelay.ofSeconds(2))
                    .execute((instance, context) -> events.sendAgain());
        }
    }

    /** After the node is known, before anything that publishes. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    /** Where nobody else runs, all that is open belongs to a start that is no more, and need not wait. */
    @Override
    public void start() {
        running = true;
        if (nodes.others().isEmpty()) {
            giveUpOn("0 seconds");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void sendAgain() {
        giveUpOn("1 minute");
        failed.resubmit(ResubmissionOptions.defaults()
                .withMaxInFlight(AT_ONCE)
                .withBatchSize(AT_ONCE)
                .withMinAge(Duration.ZERO)
                .withFilter(StaleEvents::isDue));
    }

    /** By the machine's time, not ours: events are dated by it, and ours may be shifted. */
    private void giveUpOn(String age) {
        database.sql("""
                        update runtime.event_publication set status = 'FAILED'
                        where status in ('PUBLISHED', 'PROCESSING', 'RESUBMITTED')
                          and coalesce(last_resubmission_date, publication_date)
                              < clock_timestamp() - cast(:age as interval)
                        """).param("age", age).update();
    }

    private static boolean isDue(EventPublication event) {
        var last = event.getLastResubmissionDate();
        var attempts = Math.min(event.getCompletionAttempts(), MOST_DOUBLINGS);
        return last == null
                || last.plus(FIRST_PAUSE.multipliedBy(1L << attempts)).isBefore(Instant.now());
    }
}
