package pronto.runtime.jobs;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.RealDatabase;
import pronto.runtime.RuntimeModule;
import pronto.runtime.TimeShift;

@RuntimeModule
class JobsTest extends RealDatabase {

    private static final TaskDescriptor<Void> RING = TaskDescriptor.of("test.ring");
    private static final TaskDescriptor<Void> WORK = TaskDescriptor.of("test.work");
    private static final Duration DEAD_AFTER = Duration.ofSeconds(15);
    private static final Queue<String> rung = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch enough = new CountDownLatch(1);

    @TestConfiguration
    static class Ring {
        @Bean
        Task<Void> ring() {
            return Tasks.oneTime(RING).execute((instance, context) -> rung.add(instance.getId()));
        }

        @Bean
        Task<Void> work() {
            return Tasks.oneTime(WORK).execute((instance, context) -> {
                try {
                    enough.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Autowired
    private SchedulerClient jobs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TimeShift shift;

    @AfterEach
    void now() {
        shift.set(Duration.ZERO);
    }

    @Test
    void the_job_of_a_rolled_back_cause_never_runs() {
        transaction.executeWithoutResult(status -> {
            schedule("of nothing", Duration.ZERO);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> schedule("of something", Duration.ZERO));

        await().untilAsserted(() -> assertThat(rung).contains("of something"));
        assertThat(rung).doesNotContain("of nothing");
    }

    @Test
    void a_job_of_tomorrow_runs_when_the_time_is_pushed() {
        schedule("tomorrow", ofDays(1));

        shift.set(ofDays(1));

        await().untilAsserted(() -> assertThat(rung).contains("tomorrow"));
    }

    @Test
    void what_a_node_did_that_has_been_silent_for_fifteen_seconds_is_taken_over_and_not_before() {
        inTheHandsOfAnother("silent", Duration.ofSeconds(16));
        inTheHandsOfAnother("late", Duration.ofSeconds(4));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            givesASign("late", Duration.ofSeconds(4));
            assertThat(rung).contains("silent");
        });
        assertThat(rung).doesNotContain("late");
        database.sql("delete from runtime.scheduled_tasks where task_instance = 'late'")
                .update();
    }

    @Test
    void a_job_at_work_shows_every_three_seconds_that_its_node_lives() {
        jobs.scheduleIfNotExists(WORK.instance("long").build(), clock.instant());

        var first = nextSign(Instant.MIN);
        var second = nextSign(nextSign(first));
        enough.countDown();

        assertThat(Duration.between(first, second)).isBetween(Duration.ofSeconds(3), DEAD_AFTER);
    }

    /** The first sign of life is the pickup itself; what follows comes from the heartbeat. */
    private Instant nextSign(Instant last) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> database.sql("""
                                select coalesce(max(last_heartbeat), '-infinity') from runtime.scheduled_tasks
                                 where task_instance = 'long' and picked
                                """)
                                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                                .single()
                                .filter(at -> at.getYear() > 0)
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.MIN),
                        sign -> sign.isAfter(last));
    }

    /** It lives, however long this test takes. */
    private void givesASign(String name, Duration silent) {
        database.sql("update runtime.scheduled_tasks set last_heartbeat = :silentSince where task_instance = :name")
                .param("name", name)
                .param("silentSince", clock.instant().minus(silent).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void inTheHandsOfAnother(String name, Duration silent) {
        database.sql("""
                insert into runtime.scheduled_tasks
                       (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('test.ring', :name, :silentSince, true, 'a node that died', :silentSince, 2)
                """)
                .param("name", name)
                .param("silentSince", clock.instant().minus(silent).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void schedule(String name, Duration in) {
        jobs.scheduleIfNotExists(RING.instance(name).build(), clock.instant().plus(in));
    }
}
