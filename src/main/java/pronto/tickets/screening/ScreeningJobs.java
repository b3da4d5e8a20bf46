package pronto.tickets.screening;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Open tickets are computed anew when the table changed, and those that were opened again since. */
@Configuration(proxyBeanMethods = false)
class ScreeningJobs {

    @Bean
    RecurringTask<Void> recomputePriorities(Recomputing recomputing) {
        return Tasks.recurring("tickets.recomputePriorities", FixedDelay.ofSeconds(3))
                .execute((instance, context) -> recomputing.catchUp());
    }
}
