package pronto.channels.email;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.MailCame;

/** Shows how much mail comes in by this node, and how far all nodes are behind with reading it. */
@Component
class IntakeFigures implements MailCame {

    private final JdbcClient db;
    private final InstantSource time;
    private final Counter taken;

    IntakeFigures(JdbcClient db, InstantSource time, MeterRegistry registry) {
        this.db = db;
        this.time = time;
        taken = Counter.builder("pronto.mails.taken")
                .description("Mails taken in by this node")
                .register(registry);
        Gauge.builder("pronto.mails.unread", this, IntakeFigures::unread)
                .description("Mails that are kept and not yet filed")
                .register(registry);
        TimeGauge.builder("pronto.mails.lag", this, TimeUnit.MILLISECONDS, IntakeFigures::lag)
                .description("For how long the oldest mail that is not yet filed has waited")
                .register(registry);
    }

    /** Called when it is committed. */
    @Override
    public void lookForMail() {
        taken.increment();
    }

    private double unread() {
        return db.sql("select count(*) from channels.incoming where state = 'received'")
                .query(Long.class)
                .single();
    }

    private double lag() {
        return db
                .sql("select min(received_at) from channels.incoming where state = 'received'")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .mapToDouble(since -> Math.max(
                        0, Duration.between(since.toInstant(), time.instant()).toMillis()))
                .sum();
    }
}
