package pronto.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.sla.Clock.Span;
import pronto.sla.hours.Day;
import pronto.sla.hours.Stretch;

/** Tells a clock: first the answer, then each line of its ledger, then the days on which the rest was counted. */
final class Explanation {

    private static final int DAYS = 10;

    private final Clock clock;
    private final List<Span> spans;

    Explanation(Clock clock, List<Span> spans) {
        this.clock = clock;
        this.spans = spans;
    }

    List<Line> lines(Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(answer(now));
        for (int i = 0; i < spans.size(); i++) {
            lines.add(turn(clock.turns().get(i), spans.get(i)));
        }
        var due = clock.due();
        if (due != null && clock.running() && due.isAfter(spans.getLast().from())) {
            days(spans.getLast(), due, lines);
        }
        return lines;
    }

    private Line answer(Instant now) {
        var target = clock.promise().target();
        if (target == null) {
            return new Line("sla.line.free", Map.of());
        }
        var due = clock.due();
        var from = spans.getLast().from();
        if (due == null) {
            var used = clock.used(from);
            return clock.stopped()
                    ? new Line("sla.line.kept", Map.of("at", from, "used", used, "target", target))
                    : new Line(
                            "sla.line.waits",
                            Map.of("at", from, "used", used, "target", target, "left", target.minus(used)));
        }
        if (clock.stopped()) {
            return new Line(
                    clock.broken(now) ? "sla.line.missed" : "sla.line.last",
                    Map.of("due", due, "at", from, "target", target));
        }
        var used = clock.used(from);
        if (used.isZero() || !due.isAfter(from)) {
            return new Line("sla.line.due", Map.of("due", due, "target", target));
        }
        return new Line(
                waited() ? "sla.line.due.paused" : "sla.line.due.before",
                Map.of("due", due, "used", used, "target", target, "left", target.minus(used), "from", from));
    }

    private boolean waited() {
        return clock.turns().getLast().kind() == Turn.Kind.RESUMED;
    }

    private Line turn(Turn turn, Span span) {
        var used = clock.used(turn.at());
        var target = span.promise().target();
        var named = Map.<String, Object>of(
                "at",
                turn.at(),
                "cause",
                turn.cause(),
                "used",
                used,
                "hours",
                span.promise().hours().calendar());
        if (target == null) {
            return new Line("sla.line.turn.free", named);
        }
        return new Line("sla.line." + word(turn), and(named, target, left(target, used)));
    }

    private static String word(Turn turn) {
        return switch (turn.kind()) {
            case STARTED -> "started";
            case PROMISED -> "promised";
            case PAUSED -> "paused";
            case RESUMED -> "resumed";
            case STOPPED -> "stopped";
        };
    }

    private static Map<String, Object> and(Map<String, Object> named, Duration target, Duration left) {
        var all = new java.util.HashMap<>(named);
        all.put("target", target);
        all.put("left", left);
        return all;
    }

    private static Duration left(Duration target, Duration used) {
        return used.compareTo(target) > 0 ? Duration.ZERO : target.minus(used);
    }

    private static void days(Span span, Instant due, List<Line> lines) {
        var hours = span.promise().hours();
        if (hours.calendar().equals(Calendar.ALWAYS)) {
            return;
        }
        var told = 0;
        for (var day : hours.days(span.from(), due)) {
            var line = day(day, span.from(), due);
            if (line == null) {
                continue;
            }
            if (++told > DAYS) {
                var from = Instant.ofEpochSecond(
                        day.hours().isEmpty()
                                ? due.getEpochSecond()
                                : day.hours().getFirst().begin());
                lines.add(new Line("sla.line.more", Map.of("left", hours.between(from, due))));
                return;
            }
            lines.add(line);
        }
    }

    private static @Nullable Line day(Day day, Instant from, Instant due) {
        return switch (day.why()) {
            case CLOSED -> new Line("sla.line.closed", Map.of("day", day));
            case HOLIDAY ->
                new Line(
                        "sla.line.holiday",
                        Map.of("day", day, "holiday", new Line.Holiday(day.holiday() == null ? "" : day.holiday())));
            case OPEN, WEEKLY -> {
                var counted = clipped(day.hours(), from.getEpochSecond(), due.getEpochSecond());
                var time = Duration.ofSeconds(counted.stream()
                        .mapToLong(each -> each.end() - each.begin())
                        .sum());
                yield counted.isEmpty()
                        ? null
                        : new Line("sla.line.day", Map.of("day", day, "time", time, "hours", new Line.Hours(counted)));
            }
        };
    }

    private static List<Stretch> clipped(List<Stretch> stretches, long from, long to) {
        return stretches.stream()
                .map(each -> new Stretch(Math.max(each.begin(), from), Math.min(each.end(), to)))
                .filter(each -> each.begin() < each.end())
                .toList();
    }
}
