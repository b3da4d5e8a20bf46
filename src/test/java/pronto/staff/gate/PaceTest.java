package pronto.staff.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
    private final InstantSource clock = now::get;
    private final Pace pace = new Pace(5, clock);

    @Test
    void who_asks_too_fast_is_told_when_to_go_on() {
        ask(50);

        assertThatThrownBy(() -> pace.count(1))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused -> assertThat(refused.arguments()).containsEntry("seconds", 1L));

        now.updateAndGet(at -> at.plus(Duration.ofSeconds(1)));
        ask(4);
        assertThatThrownBy(() -> pace.count(1)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void what_was_not_used_is_saved_for_ten_seconds_and_no_longer() {
        ask(50);
        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));

        ask(50);
        assertThatThrownBy(() -> pace.count(1)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void one_program_does_not_slow_another_down() {
        ask(50);

        assertThatCode(() -> pace.count(2)).doesNotThrowAnyException();
    }

    @Test
    void a_clock_that_was_put_back_shuts_nobody_out() {
        ask(49);
        now.updateAndGet(at -> at.minus(Duration.ofDays(1)));

        assertThatCode(() -> pace.count(1)).doesNotThrowAnyException();
        now.updateAndGet(at -> at.plus(Duration.ofDays(1)).plusSeconds(2));
        assertThatCode(() -> pace.count(1)).doesNotThrowAnyException();
    }

    @Test
    void without_a_limit_nobody_is_refused() {
        var free = new Pace(-1, clock);

        assertThatCode(() -> {
                    for (var request = 0; request < 10_000; request++) {
                        free.count(1);
                    }
                })
                .doesNotThrowAnyException();
    }

    private void ask(int times) {
        for (var request = 0; request < times; request++) {
            pace.count(1);
        }
    }
}
