package pronto.channels.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    static final Answer FULL = new Answer.Later("mailbox full");
    static final Answer AWAY = new Answer.Unreachable("connection refused");

    final Backoff backoff = new Backoff(RandomGenerator.of("L64X128MixRandom"));

    @Test
    void each_wait_is_twice_the_one_before_give_or_take_a_fifth() {
        for (int tries = 1; tries <= 11; tries++) {
            var plain = 5_000L << (tries - 1);
            assertThat(backoff.after(tries, FULL).toMillis()).isBetween(plain * 8 / 10, plain * 12 / 10);
        }
    }

    @Test
    void no_wait_is_longer_than_hours() {
        assertThat(backoff.after(500, FULL)).isBetween(Duration.ofHours(3), Duration.ofHours(5));
    }

    @Test
    void a_relay_that_comes_back_finds_us_within_minutes() {
        assertThat(backoff.after(500, AWAY)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }

    @Test
    void two_that_failed_together_do_not_come_back_together() {
        assertThat(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> backoff.after(6, FULL))
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void it_is_over_after_five_days() {
        var first = Instant.parse("2026-11-23T09:00:00Z");

        assertThat(backoff.isOver(first, first.plus(Duration.ofDays(5)).minusSeconds(1)))
                .isFalse();
        assertThat(backoff.isOver(first, first.plus(Duration.ofDays(5)))).isTrue();
    }
}
