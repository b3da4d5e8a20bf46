package pronto.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * What each step of a mail's way in takes, by the clock and summed up: a step that comes twice for a mail adds up. Mails
 * are parsed and made harmless while they are filed, so that what is left of filing is storing.
 */
@Component
public final class Stages {

    public enum Stage {
        RECEIVE,
        VERIFY,
        PARSE,
        SANITISE,
        FILE,
        INDEX
    }

    /** One step of the way. */
    public interface Step<T, E extends Exception> {
        T go() throws E;
    }

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

    public Stages(MeterRegistry registry) {
        for (var stage : Stage.values()) {
            timers.put(
                    stage,
                    Timer.builder("pronto.mail.stage")
                            .description("Time that the steps of a mail's way in take")
                            .tag("stage", Spelling.of(stage))
                            .register(registry));
        }
    }

    public <T, E extends Exception> T time(Stage stage, Step<T, E> step) throws E {
        var start = System.nanoTime();
        try {
            return step.go();
        } finally {
            Objects.requireNonNull(timers.get(stage)).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
