package pronto.channels.outbox;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Outbox;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.NotFound;

/** What a person does to mail on its way; told on the timeline. */
@Component
public class OutboxActions {

    private final JdbcClient db;
    private final Outbox outbox;
    private final Timeline timeline;

    OutboxActions(JdbcClient db, Outbox outbox, Timeline timeline) {
        this.db = db;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Answers with the message it belongs to. */
    @Transactional
    public long resend(long delivery, Actor actor) {
        var which = db.sql("select outgoing_id, address from channels.delivery where id = :id")
                .param("id", delivery)
                .query((row, number) -> Map.entry(row.getLong("outgoing_id"), row.getString("address")))
                .optional()
                .orElseThrow(NotFound::new);
        outbox.resend(delivery);
        timeline.add(
                "channels.resent",
                actor,
                new Subject("outgoing", which.getKey()),
                null,
                Map.of("address", which.getValue()));
        return which.getKey();
    }

    @Transactional
    public void takeBack(long outgoing, Actor actor) {
        if (!outbox.cancel(outgoing)) {
            throw new MailHasLeft();
        }
        timeline.add("channels.takenBack", actor, new Subject("outgoing", outgoing), null, Map.of());
    }
}
