package pronto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** The story of the example happens while its people work, whenever it is told. */
class WorkingHoursTest {

    // Half past seven on a Monday morning in Rome.
    private static final Instant MORNING = Instant.parse("2026-11-23T06:30:00Z");

    @Test
    void an_hour_before_monday_morning_is_friday_afternoon() {
        assertThat(WorkingHours.before(MORNING, Duration.ofHours(1))).isEqualTo("2026-11-20T16:00:00Z");
        assertThat(WorkingHours.before(MORNING, Duration.ofHours(10))).isEqualTo("2026-11-19T16:00:00Z");
    }

    @Test
    void what_takes_longer_than_the_day_goes_on_the_next_morning() {
        var friday = Instant.parse("2026-11-20T16:30:00Z");

        assertThat(WorkingHours.after(friday, Duration.ofHours(1))).isEqualTo("2026-11-23T08:30:00Z");
    }

    @Test
    void nothing_of_the_story_happens_at_night_and_nothing_after_it_is_told() {
        for (var hour = 0; hour < 24 * 7; hour++) {
            var told = MORNING.plus(Duration.ofHours(hour));
            for (var scene : Story.told().until(told)) {
                var at = scene.at().atZone(WorkingHours.ZONE);
                assertThat(at.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(18, 0));
                assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                assertThat(scene.at()).isBefore(told);
                assertThat(scene.text()).doesNotContain("{");
            }
        }
    }
}
