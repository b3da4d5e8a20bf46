package pronto.sla;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A promise and its ledger. What was used and when it falls due is derived from the ledger each time, so a change of the
 * promise, a pause, or a correction of the past keeps what was used and is reckoned rightly.
 */
public final class Clock {

    public enum State {
        RUNNING,
        PAUSED,
        MET,
        BROKEN
    }

    private final List<Turn> turns;
    private final List<Span> spans;

    private Clock(List<Turn> turns) {
        this.turns = List.copyOf(turns);
        this.spans = Span.of(this.turns);
    }

    public static Clock started(Instant at, Cause cause, Promise promise) {
        return new Clock(List.of(Turn.started(at, cause, promise)));
    }

    /** A clock as it was kept; its first line is the one that started it. */
    public static Clock of(List<Turn> turns) {
        return new Clock(turns.stream().sorted(Comparator.comparing(Turn::at)).toList());
    }

    /** The same clock with one line more, wherever in the past it belongs. */
    public Clock with(Turn turn) {
        return of(Stream.concat(turns.stream(), Stream.of(turn)).toList());
    }

    public List<Turn> turns() {
        return turns;
    }

    /** What it is held to now. */
    public Promise promise() {
        return last().promise();
    }

    public boolean running() {
        return last().kind() == Span.Kind.RUNNING;
    }

    public boolean paused() {
        return last().kind() == Span.Kind.PAUSED;
    }

    public boolean stopped() {
        return last().kind() == Span.Kind.STOPPED;
    }

    /** How much of the promise was used until this moment. */
    public Duration used(Instant until) {
        return spans.stream().map(span -> span.used(until)).reduce(Duration.ZERO, Duration::plus);
    }

    /** When it falls due if nothing happens any more; null while it waits, and where nothing is promised. */
    public @Nullable Instant due() {
        var target = promise().target();
        return target == null ? null : usedUp(target);
    }

    /** When so many hundredths of the promise are used if nothing happens any more; null as for {@link #due}. */
    public @Nullable Instant at(int percent) {
        var target = promise().target();
        return target == null ? null : usedUp(target.multipliedBy(percent).dividedBy(100));
    }

    /** When it was due, or would have been had it not been stopped, or would be if it ran on from now. */
    public @Nullable Instant dueHadItRun(Instant now) {
        var target = promise().target();
        if (target == null) {
            return null;
        }
        var due = usedUp(target);
        if (due != null) {
            return due;
        }
        var from = stopped() ? last().from() : now;
        return promise().hours().due(from, target.minus(used(from)));
    }

    /** Whether it ran on after it was due: what is done at that very moment is kept. */
    public boolean broken(Instant now) {
        var due = due();
        return due != null
                && spans.stream()
                        .anyMatch(span -> span.kind() == Span.Kind.RUNNING
                                && span.endBy(now).isAfter(due));
    }

    public State state(Instant now) {
        if (broken(now)) {
            return State.BROKEN;
        }
        return switch (last().kind()) {
            case RUNNING -> State.RUNNING;
            case PAUSED -> State.PAUSED;
            case STOPPED -> State.MET;
        };
    }

    /** Why it is due when it is due, line by line. */
    public List<Line> explain(Instant now) {
        return new Explanation(this, spans).lines(now);
    }

    private @Nullable Instant usedUp(Duration amount) {
        var left = amount;
        for (var span : spans) {
            var length = span.length();
            if (length == null || length.compareTo(left) >= 0) {
                return span.kind() == Span.Kind.RUNNING ? span.promise().hours().due(span.from(), left) : null;
            }
            left = left.minus(length);
        }
        return null;
    }

    private Span last() {
        return spans.getLast();
    }

    /** From one line of the ledger to the next; the last has no end yet. */
    record Span(Instant from, @Nullable Instant to, Kind kind, Promise promise) {

        enum Kind {
            RUNNING,
            PAUSED,
            STOPPED
        }

        static List<Span> of(List<Turn> turns) {
            var spans = new ArrayList<Span>();
            var kind = Kind.RUNNING;
            var promise = requireNonNull(turns.getFirst().promise(), "the first line of a ledger starts the clock");
            for (int i = 0; i < turns.size(); i++) {
                var turn = turns.get(i);
                kind = switch (turn.kind()) {
                    case STARTED -> Kind.RUNNING;
                    case RESUMED -> kind == Kind.STOPPED ? Kind.STOPPED : Kind.RUNNING;
                    case PAUSED -> kind == Kind.STOPPED ? Kind.STOPPED : Kind.PAUSED;
                    case STOPPED -> Kind.STOPPED;
                    case PROMISED -> kind;
                };
                promise = turn.promise() == null ? promise : turn.promise();
                spans.add(new Span(
                        turn.at(), i + 1 < turns.size() ? turns.get(i + 1).at() : null, kind, promise));
            }
            return spans;
        }

        Instant endBy(Instant now) {
            return to == null || to.isAfter(now) ? now : to;
        }

        Duration used(Instant until) {
            return kind == Kind.RUNNING ? promise.hours().between(from, endBy(until)) : Duration.ZERO;
        }

        /** How much of the promise this span took; null where it goes on. */
        @Nullable Duration length() {
            return to == null ? null : used(to);
        }
    }
}
