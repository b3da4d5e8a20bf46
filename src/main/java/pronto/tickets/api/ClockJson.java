package pronto.tickets.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.runtime.Spelling;
import pronto.sla.Clock;
import pronto.sla.Line;
import pronto.tickets.clocks.ClockKind;
import pronto.tickets.clocks.TicketClock;
import pronto.ui.Text;
import pronto.ui.api.OneOf;

/** One promise of a ticket: how it stands, when it falls due, and why then. */
record ClockJson(
        @OneOf(ClockKind.class) String kind,
        @OneOf(Clock.State.class) String state,
        @Nullable Instant dueAt,
        List<String> explanation) {

    static ClockJson of(TicketClock kept, Text text) {
        var clock = kept.clock();
        var now = text.now();
        return new ClockJson(
                Spelling.of(kept.kind()),
                Spelling.of(clock.state(now)),
                clock.paused() ? null : clock.dueHadItRun(now),
                Line.say(text, clock.explain(now)));
    }
}
