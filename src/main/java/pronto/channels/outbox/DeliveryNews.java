package pronto.channels.outbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pronto.channels.Delivery;
import pronto.channels.DeliveryChanged;
import pronto.channels.DeliveryLate;
import pronto.runtime.Changes;

/** Tells those above, and the open screens, how far a delivery got. */
@Component
class DeliveryNews {

    private final JdbcClient db;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    DeliveryNews(JdbcClient db, Changes changes, ApplicationEventPublisher events) {
        this.db = db;
        this.changes = changes;
        this.events = events;
    }

    void tell(long outgoing, String address, Delivery.State state) {
        publish(outgoing, (kind, id) -> new DeliveryChanged(outgoing, address, state, kind, id));
    }

    void tellLate(long outgoing, String address) {
        publish(outgoing, (kind, id) -> new DeliveryLate(outgoing, address, kind, id));
    }

    private interface News {
        Object about(@Nullable String kind, @Nullable Long id);
    }

    private void publish(long outgoing, News news) {
        changes.record(StoredOutbox.TOPIC, Long.toString(outgoing));
        db.sql("select subject_kind, subject_id from channels.outgoing where id = :id")
                .param("id", outgoing)
                .query((row, number) ->
                        news.about(row.getString("subject_kind"), row.getObject("subject_id", Long.class)))
                .optional()
                .ifPresent(told -> events.publishEvent(Objects.requireNonNull(told)));
    }
}
