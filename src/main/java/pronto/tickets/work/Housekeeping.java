package pronto.tickets.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is of no use any more goes, and who was unknown is asked for again. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    @Bean
    RecurringTask<Void> sweepPresence(Presence presence) {
        return Tasks.recurring("tickets.sweepPresence", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> presence.sweep());
    }

    @Bean
    RecurringTask<Void> sweepCourtesy(Courtesy courtesy, Withheld withheld) {
        return Tasks.recurring("tickets.sweepCourtesy", FixedDelay.ofHours(6)).execute((instance, context) -> {
            courtesy.sweep();
            withheld.sweep();
        });
    }

    @Bean
    RecurringTask<Void> remindCustomers(Patience patience) {
        return Tasks.recurring("tickets.remindCustomers", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> patience.look());
    }

    @Bean
    RecurringTask<Void> recogniseLate(LateRecognition late) {
        return Tasks.recurring("tickets.recogniseLate", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> late.look());
    }
}
