package pronto.runtime.jobs;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionTemplate;
import pronto.runtime.RealDatabase;
import pronto.runtime.RuntimeModule;
import pronto.runtime.TimeShift;

@RuntimeModule
class JobsTest extends RealDatabase {

    private static final TaskDescriptor<Void> RING = TaskDescriptor.of("test.ring");
    private static final Queue<String> rung = new ConcurrentLinkedQueue<>();

    @TestConfiguration
    static class Ring {
        @Bean
        Task<Void> ring() {
            return Tasks.oneTime(RING).execute((instance, context) -> rung.add(instance.getId()));
        }
    }

    @Autowired
    private SchedulerClient jobs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InstantSource clock;

    @Autowired
    private TimeShift shift;

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
        shift.set(Duration.ZERO);
    }

    private void schedule(String name, Duration in) {
        jobs.scheduleIfNotExists(RING.instance(name).build(), clock.instant().plus(in));
    }
}
