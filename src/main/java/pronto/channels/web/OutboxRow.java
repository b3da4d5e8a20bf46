package pronto.channels.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pronto.channels.Delivery.State;
import pronto.channels.OutgoingSubjects.Link;
import pronto.channels.outbox.OutboxLine;
import pronto.ui.View;

/** One address that a message goes to, how far it got, and what can be done about it. */
public record OutboxRow(
        long delivery,
        long outgoing,
        String address,
        String subject,
        @Nullable Link about,
        String word,
        String tone,
        @Nullable String answer,
        int attempts,
        Instant at,
        @Nullable Instant nextTry,
        boolean mayResend,
        boolean arrived,
        boolean mayTakeBack,
        String filter)
        implements View {

    /** In place of a filter where the rows of one message stand alone. */
    static final String ALONE = "alone";

    static OutboxRow of(OutboxLine line, @Nullable Link about, String filter) {
        var delivery = line.delivery();
        var state = delivery.state();
        return new OutboxRow(
                delivery.id(),
                delivery.outgoing(),
                delivery.address(),
                line.subject(),
                about,
                "channels.delivery."
                        + (delivery.late() ? "late" : Filter.of(state).spelled()),
                delivery.late() ? "badge--warn" : tone(state),
                state == State.SENT && !delivery.late() ? null : delivery.answer(),
                delivery.attempts(),
                delivery.at(),
                state == State.DEFERRED ? line.nextTry() : null,
                state == State.BOUNCED || state == State.DEFERRED || state == State.SENT,
                state == State.SENT,
                line.mayBeTakenBack(),
                filter);
    }

    private static String tone(State state) {
        return switch (state) {
            case QUEUED -> "badge--info";
            case DEFERRED -> "badge--warn";
            case BOUNCED -> "badge--bad";
            case SENT -> "badge--ok";
            case CANCELLED -> "badge--line";
        };
    }
}
