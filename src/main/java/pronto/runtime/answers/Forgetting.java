package pronto.runtime.answers;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps away answers that nobody will ask for again. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    @Bean
    Task<?> forgetOldAnswers(KeptAnswers answers) {
        return Tasks.recurring("answers.forget", FixedDelay.ofHours(1))
                .execute((instance, context) -> answers.forgetOld());
    }
}
