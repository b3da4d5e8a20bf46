package pronto.tickets.work;

import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import pronto.channels.Delivery;
import pronto.channels.DeliveryChanged;
import pronto.timeline.Actor;

/** Keeps the ticket in step with how far its messages got; one that did not arrive is told on it. */
@Component
class DeliveryNews {

    private final Holding holding;
    private final Trace trace;

    DeliveryNews(Holding holding, Trace trace) {
        this.holding = holding;
        this.trace = trace;
    }

    @ApplicationModuleListener
    void on(DeliveryChanged delivery) {
        if (!Trace.KIND.equals(delivery.subjectKind()) || delivery.subjectId() == null) {
            return;
        }
        var ticket = holding.touch(delivery.subjectId());
        if (delivery.state() == Delivery.State.BOUNCED) {
            trace.leave("notDelivered", ticket, Actor.PRONTO, Map.of("address", delivery.address()));
        } else {
            trace.news(ticket);
        }
    }
}
