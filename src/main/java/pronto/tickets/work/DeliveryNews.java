package pronto.tickets.work;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import pronto.channels.DeliveryChanged;
import pronto.channels.DeliveryLate;

/** Keeps the ticket in step with how far its messages got. */
@Component
class DeliveryNews {

    private final NotArrived notArrived;
    private final Placing placing;

    DeliveryNews(NotArrived notArrived, Placing placing) {
        this.notArrived = notArrived;
        this.placing = placing;
    }

    @ApplicationModuleListener
    void on(DeliveryChanged delivery) {
        if (!Trace.KIND.equals(delivery.subjectKind()) || delivery.subjectId() == null) {
            return;
        }
        switch (delivery.state()) {
            case BOUNCED ->
                notArrived.lost(
                        placing.of(delivery.subjectId(), delivery.outgoing()), delivery.outgoing(), delivery.address());
            case QUEUED, SENT, DEFERRED, CANCELLED ->
                notArrived.better(placing.of(delivery.subjectId(), delivery.outgoing()), delivery.state());
        }
    }

    @ApplicationModuleListener
    void on(DeliveryLate delivery) {
        if (Trace.KIND.equals(delivery.subjectKind()) && delivery.subjectId() != null) {
            notArrived.late(
                    placing.of(delivery.subjectId(), delivery.outgoing()), delivery.outgoing(), delivery.address());
        }
    }
}
