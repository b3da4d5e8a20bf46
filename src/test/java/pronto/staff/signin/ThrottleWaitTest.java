package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleWaitTest {

    @Test
    void the_first_slips_are_free_and_then_each_waits_twice_as_long() {
        assertThat(Throttle.wait(4, 5)).isZero();
        assertThat(Throttle.wait(5, 5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Throttle.wait(6, 5)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Throttle.wait(9, 5)).isEqualTo(Duration.ofSeconds(80));
        assertThat(Throttle.wait(5000, 5)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void fewer_than_ten_guesses_fit_into_a_minute() {
        var elapsed = Duration.ZERO;
        var guesses = 0;
        while (elapsed.compareTo(Duration.ofMinutes(1)) < 0) {
            guesses++;
            elapsed = elapsed.plus(Throttle.wait(guesses, 5));
        }
        assertThat(guesses).isLessThan(10);
    }
}
