package pronto.runtime.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Shows how far the listeners of this node are behind. */
@Component
class EventFigures implements MeterBinder {

    private final ListenerThreads threads;

    EventFigures(ListenerThreads threads) {
        this.threads = threads;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pronto.listeners.waiting", threads, ListenerThreads::waiting)
                .description("Listeners of events that run or wait for their turn on this node")
                .register(registry);
    }
}
