package pronto.customers.book;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether a customer's next plan has begun. */
@Configuration(proxyBeanMethods = false)
class PeriodBegins {

    @Bean
    Task<?> beginCustomersPlans(KeptPeriods periods) {
        return Tasks.recurring("customers.beginPlans", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> periods.begin());
    }
}
