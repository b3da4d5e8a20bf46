package pronto.sla.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsTest {

    @ParameterizedTest
    @CsvSource({
        "4 h, PT4H",
        "4h, PT4H",
        "30 min, PT30M",
        "90m, PT90M",
        "1 h 30, PT1H30M",
        "1 h 30 min, PT1H30M",
        "1:30, PT1H30M",
        "2 ore, PT2H",
        "1 ora e mezza, 1 ora e mezza",
        "'1,5 h', PT1H30M",
        "45 s, PT45S",
        "pt8h, PT8H",
        "2 days, P2D",
        "1 giorno, P1D",
        "4, 4",
        "soon, soon"
    })
    void a_duration_is_read_as_people_type_it_and_what_cannot_be_read_stays(String typed, String written) {
        assertThat(Lengths.typed(typed)).isEqualTo(written);
    }

    @Test
    void nothing_is_no_promise() {
        assertThat(Lengths.typed(" ")).isNull();
        assertThat(Lengths.typed("–")).isNull();
    }

    @Test
    void a_duration_is_shown_as_it_may_be_typed_again() {
        assertThat(Lengths.shown(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(Lengths.shown(Duration.ofHours(40))).isEqualTo("40 h");
        assertThat(Lengths.shown(null)).isEmpty();
        assertThat(Lengths.typed(Lengths.shown(Duration.ofSeconds(3661)))).isEqualTo("PT1H1M1S");
    }
}
