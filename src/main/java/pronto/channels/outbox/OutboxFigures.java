package pronto.channels.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows what waits to leave, of all nodes together, and for how long it has. */
@Component
class OutboxFigures implements MeterBinder {

    private final JdbcClient db;
    // Figures are made before the schema is, when a backup is restored.
    private final ObjectProvider<InstantSource> time;

    OutboxFigures(JdbcClient db, ObjectProvider<InstantSource> time) {
        this.db = db;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pronto.outbox.waiting", this, figures -> figures.count("queued"))
                .description("Mails to one address each that have not been tried yet")
                .register(registry);
        Gauge.builder("pronto.outbox.deferred", this, figures -> figures.count("deferred"))
                .description("Mails to one address each that were tried and will be tried again")
                .register(registry);
        TimeGauge.builder("pronto.outbox.oldest", this, TimeUnit.MILLISECONDS, OutboxFigures::oldest)
                .description("For how long the mail that is due longest has been due")
                .register(registry);
    }

    private double count(String state) {
        return db.sql("select count(*) from channels.delivery where state in ('queued', 'deferred') and state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private double oldest() {
        return db
                .sql("select min(send_after) from channels.delivery where state in ('queued', 'deferred')")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .mapToDouble(since -> age(since.toInstant()))
                .sum();
    }

    private double age(Instant since) {
        return Math.max(0, Duration.between(since, time.getObject().instant()).toMillis());
    }
}
