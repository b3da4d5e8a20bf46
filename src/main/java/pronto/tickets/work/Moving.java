package pronto.tickets.work;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pronto.tickets.Act;
import pronto.tickets.Conversation;
import pronto.tickets.Message;
import pronto.tickets.Ticket;
import pronto.tickets.TicketEvent;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
import pronto.ui.NotFound;

/** One message that lies on the wrong ticket. */
@Component
class Moving {

    private final Holding holding;
    private final StoredActs acts;
    private final Placing placing;
    private final LettingIn lettingIn;
    private final Merging merging;
    private final Conversation conversation;
    private final Trace trace;

    Moving(
            Holding holding,
            StoredActs acts,
            Placing placing,
            LettingIn lettingIn,
            Merging merging,
            Conversation conversation,
            Trace trace) {
        this.holding = holding;
        this.acts = acts;
        this.placing = placing;
        this.lettingIn = lettingIn;
        this.merging = merging;
        this.conversation = conversation;
        this.trace = trace;
    }

    Ticket move(long id, long messageId, long intoId, Actor by) {
        if (id == intoId) {
            throw new Invalid("move-to-itself", "into");
        }
        var both = holding.both(id, intoId);
        var ticket = both.getFirst();
        var into = both.getLast();
        merging.mayLieTogether(ticket, into);
        var message = conversation.message(id, messageId).orElseThrow(NotFound::new);
        if (!message.note() && ticket.messageCount() < 2) {
            throw new Invalid("leave-a-message", "message", Map.of("code", ticket.code()));
        }
        var next = asks(message)
                ? PlacingRules.next(into.state(), into.technician() != null, ticket.state())
                : into.state();
        var act = acts.add(Act.Kind.MOVE, ticket, into, next, by);
        var moved = List.of(messageId);
        lettingIn.by(act, id, intoId, lettingIn.ofMessages(id, moved));
        placing.by(act, moved, intoId);
        if (next != into.state()) {
            holding.move(into, next);
        }
        placing.countAgain(id);
        placing.countAgain(intoId);
        told(act, id, intoId, messageId, by);
        return holding.row(id);
    }

    /** Only a customer's word brings a ticket back. */
    private static boolean asks(Message message) {
        return message.direction() == Message.Direction.IN && message.automatic() == null;
    }

    private void told(long act, long id, long intoId, long message, Actor by) {
        var ticket = holding.row(id);
        var into = holding.row(intoId);
        var which = Long.toString(message);
        trace.leave(
                "messageMoved",
                ticket,
                by,
                new TicketEvent.MessageMoved(id, intoId),
                Map.of("into", into.code(), "message", which, "act", Long.toString(act)));
        trace.leave(
                "messageMovedIn", into, by, Map.of("from", ticket.code(), "message", which, "act", Long.toString(act)));
    }
}
