package pronto.channels.outbox;

import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts of the outbox that are made, not found. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    Backoff backoff() {
        return new Backoff(RandomGenerator.getDefault());
    }
}
