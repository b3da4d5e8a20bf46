package pronto.channels.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When to try again: 5 seconds, doubled each time, never quite in step with the others; for five days. */
final class Backoff {

    static final Duration GIVES_UP_AFTER = Duration.ofDays(5);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);

    /** A relay that is away says nothing about the address: when it is back, what waited must leave within minutes. */
    private static final Duration LONGEST_FOR_RELAY = Duration.ofMinutes(5);

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after this many tries that failed, at least one. */
    Duration after(int tries, Answer why) {
        var longest = why instanceof Answer.Unreachable ? LONGEST_FOR_RELAY : LONGEST;
        var doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
        var wait = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait.multipliedBy(random.nextInt(80, 121)).dividedBy(100);
    }

    boolean isOver(Instant first, Instant now) {
        return !now.isBefore(first.plus(GIVES_UP_AFTER));
    }
}
