package pronto.staff.signin;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps away sessions, links and counts that mean nothing any more. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    @Bean
    Task<?> forgetOldSignIns(Sessions sessions, Links links, Throttle throttle) {
        return Tasks.recurring("staff.forget", FixedDelay.ofHours(1)).execute((instance, context) -> {
            sessions.forgetOld();
            links.forgetOld();
            throttle.forgetOld();
        });
    }
}
