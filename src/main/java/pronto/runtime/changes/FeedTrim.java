package pronto.runtime.changes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the feed short. */
@Configuration(proxyBeanMethods = false)
class FeedTrim {

    @Bean
    RecurringTask<Void> trimFeed(StoredFeed feed) {
        return Tasks.recurring("runtime.trimFeed", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> feed.trim());
    }
}
