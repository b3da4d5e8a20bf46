package pronto.tickets;

import org.jspecify.annotations.Nullable;
import pronto.customers.Recognition;
import pronto.timeline.Actor;

/**
 * What a reporter sent, by any channel; opens a ticket. The same {@code key} never opens a second one. {@code claims}
 * is a ticket it says it is about, without proof; {@code continues} the closed one it follows.
 */
public record Report(
        String key,
        Arrival message,
        Ticket.Reporter reporter,
        Recognition recognition,
        String language,
        @Nullable String supportAddress,
        @Nullable Long team,
        @Nullable Long claims,
        @Nullable Long continues,
        Actor by) {}
