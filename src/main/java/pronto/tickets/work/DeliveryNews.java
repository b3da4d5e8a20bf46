package pronto.tickets.work;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import pronto.channels.DeliveryChanged;
import pronto.channels.DeliveryLate;

/** Keeps the ticket in step with how far its messages got. */
@Component
class DeliveryNews {

    private final NotArrived notArrived;

    DeliveryNews(NotArrived notArrived) {
        this.notArrived = notArrived;
    }

    @ApplicationModuleListener
    void on(DeliveryChanged delivery) {
        if (!Trace.KIND.equals(delivery.subjectKind()) || delivery.subjectId() == null) {
            return;
        }
        switch (delivery.state()) {
            case BOUNCED -> notArrived.lost(delivery.subjectId(), delivery.outgoing(), delivery.address());
            case QUEUED, SENT, DEFERRED, CANCELLED -> notArrived.better(delivery.subjectId(), delivery.state());
        }
    }

    @ApplicationModuleListener
    void on(DeliveryLate delivery) {
        if (Trace.KIND.equals(delivery.subjectKind()) && delivery.subjectId() != null) {
            notArrived.late(delivery.subjectId(), delivery.outgoing(), delivery.address());
        }
    }
}
