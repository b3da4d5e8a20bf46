package pronto.channels.outbox;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pronto.channels.Outbox;
import pronto.timeline.Actor;
import pronto.timeline.Subject;
import pronto.timeline.Timeline;
import pronto.ui.Invalid;
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

    private record Which(long outgoing, String address, boolean arrived) {}

    /** Answers with the message it belongs to. Whoever sends again what has left already says why. */
    @Transactional
    public long resend(long delivery, String reason, Actor actor) {
        var which = db.sql("select outgoing_id, address, state from channels.delivery where id = :id for update")
                .param("id", delivery)
                .query((row, number) -> new Which(
                        row.getLong("outgoing_id"),
                        row.getString("address"),
                        row.getString("state").equals("sent")))
                .optional()
                .orElseThrow(NotFound::new);
        var why = which.arrived() ? Invalid.required(reason, "reason").strip() : "";
        outbox.resend(delivery);
        timeline.add(
                which.arrived() ? "channels.sentTwice" : "channels.resent",
                actor,
                new Subject("outgoing", which.outgoing()),
                null,
                which.arrived()
                        ? Map.of("address", which.address(), "reason", why)
                        : Map.of("address", which.address()));
        return which.outgoing();
    }

    /** The address a delivery goes to. */
    public String address(long delivery) {
        return db.sql("select address from channels.delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    public void takeBack(long outgoing, Actor actor) {
        if (!outbox.cancel(outgoing)) {
            throw new MailHasLeft();
        }
        timeline.add("channels.takenBack", actor, new Subject("outgoing", outgoing), null, Map.of());
    }
}
