package pronto.sla.plans;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether what was promised for later holds by now. */
@Configuration(proxyBeanMethods = false)
class PlanBegins {

    @Bean
    Task<?> beginPlans(KeptPlans plans) {
        return Tasks.recurring("sla.beginPlans", FixedDelay.ofSeconds(5)).execute((instance, context) -> plans.begin());
    }
}
