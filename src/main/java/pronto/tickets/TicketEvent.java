package pronto.tickets;

import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;

/** Everything that can happen to a ticket, for those who need to know. */
public sealed interface TicketEvent {

    long ticket();

    record Opened(long ticket, Channel channel) implements TicketEvent {}

    /** Somebody looked at it and said how bad it is. */
    record Screened(long ticket, Priority priority) implements TicketEvent {}

    /** What the priority follows from has changed: the table, or whom it concerns. */
    record PriorityMoved(long ticket, Priority from, Priority to) implements TicketEvent {}

    /** Another ticket is about the same matter, or is no longer thought to be. */
    record Related(long ticket, long other) implements TicketEvent {}

    record Unrelated(long ticket, long other) implements TicketEvent {}

    /** The customer wrote again. */
    record MessageReceived(long ticket, long message) implements TicketEvent {}

    record Answered(long ticket, long message, @Nullable Long technician) implements TicketEvent {}

    record PickedUp(long ticket, long technician) implements TicketEvent {}

    record Released(long ticket) implements TicketEvent {}

    record Reassigned(long ticket, long team, @Nullable Long technician) implements TicketEvent {}

    record WaitsForCustomer(long ticket) implements TicketEvent {}

    record Resolved(long ticket, Resolution.Kind kind) implements TicketEvent {}

    record Closed(long ticket) implements TicketEvent {}

    record Reopened(long ticket) implements TicketEvent {}

    record Tied(long ticket, long customer) implements TicketEvent {}

    record Untied(long ticket) implements TicketEvent {}

    record MarkedAsSpam(long ticket) implements TicketEvent {}

    record SpamUndone(long ticket) implements TicketEvent {}

    /** What was said on it lies on another since. */
    record Merged(long ticket, long into) implements TicketEvent {}

    /** Some of its messages became a ticket of their own. */
    record Split(long ticket, long into) implements TicketEvent {}

    record MessageMoved(long ticket, long into) implements TicketEvent {}

    /** A merge, a split or a move was taken back, whole. */
    record Undone(long ticket, long into) implements TicketEvent {}
}
