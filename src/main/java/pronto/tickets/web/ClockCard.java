package pronto.tickets.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pronto.sla.Clock;
import pronto.sla.Line;
import pronto.tickets.clocks.TicketClock;

/** One promise of a ticket as it is drawn: how it stands, when it falls due, and why, line by line. */
public record ClockCard(String kind, String state, @Nullable Instant due, Duration left, List<Line> why) {

    private static final Duration SOON = Duration.ofMinutes(15);

    static ClockCard of(TicketClock kept, Instant now) {
        var clock = kept.clock();
        var due = clock.paused() ? null : clock.dueHadItRun(now);
        return new ClockCard(
                kept.kind().name().toLowerCase(Locale.ROOT),
                state(clock, due, now),
                due,
                due == null ? Duration.ZERO : Duration.between(now, due),
                clock.explain(now));
    }

    /** Under a quarter of it, or under a quarter of an hour, it is in danger. */
    private static String state(Clock clock, @Nullable Instant due, Instant now) {
        return switch (clock.state(now)) {
            case MET -> "met";
            case PAUSED -> "paused";
            case BROKEN -> "late";
            case RUNNING -> {
                var quarter = clock.at(75);
                var soon = due != null && due.minus(SOON).isBefore(now);
                yield soon || quarter != null && !quarter.isAfter(now) ? "risk" : "running";
            }
        };
    }

    public String icon() {
        return switch (state) {
            case "met" -> "check";
            case "paused" -> "pause";
            case "late" -> "alarm-clock-off";
            case "risk" -> "alarm-clock";
            default -> "clock";
        };
    }
}
