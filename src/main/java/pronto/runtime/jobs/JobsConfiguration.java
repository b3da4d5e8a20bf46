package pronto.runtime.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Where modules put jobs: knows no job itself, so that a job may call those who schedule it. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    static final String TABLE = "runtime.scheduled_tasks";

    /** Writes with the caller's transaction: the job of one that is rolled back never runs. */
    @Bean
    SchedulerClient schedulerClient(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .tableName(TABLE)
                .build();
    }
}
