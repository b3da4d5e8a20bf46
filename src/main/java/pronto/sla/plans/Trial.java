package pronto.sla.plans;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import pronto.sla.Calendar;
import pronto.sla.Cause;
import pronto.sla.Clock;
import pronto.sla.Line;
import pronto.sla.Promise;
import pronto.sla.Turn;
import pronto.sla.WorkingHours;
import pronto.ui.Invalid;

/** A promise that nobody gave: to see when it would be due. */
@Component
public class Trial {

    /** From the first moment up to the second the clock waits. */
    public record Pause(Instant from, Instant to) {}

    /** When it is due, and why, line by line. */
    public record Due(Instant at, List<Line> explanation) {}

    private final InstantSource time;

    Trial(InstantSource time) {
        this.time = time;
    }

    public Due of(Calendar calendar, Instant start, Duration duration, List<Pause> pauses) {
        var clock = Clock.started(start, Cause.START, new Promise(duration, WorkingHours.of(calendar)));
        Instant before = start;
        for (var i = 0; i < pauses.size(); i++) {
            var pause = pauses.get(i);
            if (!pause.to().isAfter(pause.from())) {
                throw new Invalid("pause-backwards", "pauses[" + i + "].to");
            }
            if (pause.from().isBefore(before)) {
                throw new Invalid(i == 0 ? "pause-before-start" : "pauses-overlap", "pauses[" + i + "].from");
            }
            clock = clock.with(Turn.paused(pause.from(), Cause.PAUSE)).with(Turn.resumed(pause.to(), Cause.PAUSE));
            before = pause.to();
        }
        return new Due(Objects.requireNonNull(clock.due(), "it runs"), clock.explain(time.instant()));
    }
}
