package pronto.files;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to files by itself. */
@Configuration(proxyBeanMethods = false)
class FilesJobs {

    private static final Duration GRACE = Duration.ofDays(1);

    @Bean
    Task<?> sweepFiles(Sweeper sweeper) {
        return Tasks.recurring("files-sweep", FixedDelay.ofHours(6)).execute((instance, context) -> {
            try {
                // Files bear the machine's time, not the one that Pronto tells.
                sweeper.sweep(Instant.now().minus(GRACE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
