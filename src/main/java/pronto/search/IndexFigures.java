package pronto.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows how far this node's index is behind what is committed. */
@Component
class IndexFigures implements MeterBinder {

    // Figures are made before the schema is, when a backup is restored.
    private final ObjectProvider<NodeSearch> search;

    IndexFigures(ObjectProvider<NodeSearch> search) {
        this.search = search;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        TimeGauge.builder(
                        "pronto.search.lag",
                        search,
                        TimeUnit.MILLISECONDS,
                        node -> node.getObject().behind().toMillis())
                .description("Since when this node's index has not read the feed of changes to its end")
                .register(registry);
    }
}
