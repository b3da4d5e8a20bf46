package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.sla.Diary.OFFICE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock waits while the customer has the move, and goes on with what is left. */
class PausesTest {

    private static Clock opened(String at, String target) {
        return Clock.started(OFFICE.at(at), Cause.OPENED, OFFICE.promise(target));
    }

    private static Turn asked(String at) {
        return Turn.paused(OFFICE.at(at), Cause.CUSTOMER_HAS_IT);
    }

    private static Turn answered(String at) {
        return Turn.resumed(OFFICE.at(at), Cause.CUSTOMER_ANSWERED);
    }

    private static Turn done(String at) {
        return Turn.stopped(OFFICE.at(at), Cause.PICKED_UP);
    }

    private static Instant at(String local) {
        return OFFICE.at(local);
    }

    @Test
    void three_of_four_hours_were_used_before_the_pause_and_the_last_runs_in_the_morning() {
        var clock =
                opened("2026-11-23 14:00", "4h").with(asked("2026-11-23 17:00")).with(answered("2026-11-24 09:12"));
        assertThat(clock.due()).isEqualTo(at("2026-11-24 10:12"));
        assertThat(clock.used(at("2026-11-23 17:30"))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void two_hours_of_waiting_make_it_due_two_hours_later() {
        var clock =
                opened("2026-11-23 09:00", "4h").with(asked("2026-11-23 10:00")).with(answered("2026-11-23 12:00"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 16:00"));
    }

    @Test
    void a_pause_over_night_takes_no_more_than_the_hours_of_work_in_it() {
        var clock =
                opened("2026-11-23 16:00", "4h").with(asked("2026-11-23 17:00")).with(answered("2026-11-24 12:00"));
        assertThat(clock.due()).isEqualTo(at("2026-11-24 16:00"));
    }

    @Test
    void a_pause_within_the_break_changes_nothing() {
        var clock =
                opened("2026-11-23 12:00", "4h").with(asked("2026-11-23 13:10")).with(answered("2026-11-23 13:50"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 17:00"));
    }

    @Test
    void a_pause_over_the_weekend_changes_nothing() {
        var clock =
                opened("2026-11-27 17:00", "2h").with(asked("2026-11-27 20:00")).with(answered("2026-11-29 20:00"));
        assertThat(clock.due()).isEqualTo(at("2026-11-30 10:00"));
    }

    @Test
    void each_of_two_pauses_counts() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(asked("2026-11-23 10:00"))
                .with(answered("2026-11-23 11:00"))
                .with(asked("2026-11-23 12:00"))
                .with(answered("2026-11-23 14:30"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 16:30"));
    }

    @Test
    void asking_twice_is_one_pause() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(asked("2026-11-23 10:00"))
                .with(asked("2026-11-23 11:00"))
                .with(answered("2026-11-23 12:00"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 16:00"));
    }

    @Test
    void nothing_is_due_while_the_customer_has_the_move() {
        var clock = opened("2026-11-23 09:00", "4h").with(asked("2026-11-23 10:00"));
        assertThat(clock.due()).isNull();
        assertThat(clock.state(at("2027-11-23 10:00"))).isEqualTo(Clock.State.PAUSED);
    }

    @Test
    void asked_at_the_very_moment_it_was_due_it_is_not_broken() {
        var clock = opened("2026-11-23 09:00", "4h").with(asked("2026-11-23 13:00"));
        assertThat(clock.state(at("2026-11-24 10:00"))).isEqualTo(Clock.State.PAUSED);
    }

    @Test
    void what_is_done_at_the_moment_it_is_due_is_kept() {
        var clock = opened("2026-11-23 09:00", "4h").with(done("2026-11-23 13:00"));
        assertThat(clock.state(at("2026-11-24 10:00"))).isEqualTo(Clock.State.MET);
    }

    @Test
    void what_is_done_a_second_later_is_broken() {
        var clock = opened("2026-11-23 09:00", "4h").with(done("2026-11-23 13:00:01"));
        assertThat(clock.state(at("2026-11-24 10:00"))).isEqualTo(Clock.State.BROKEN);
    }

    @Test
    void what_is_done_the_evening_after_closing_time_comes_too_late() {
        var clock = opened("2026-11-23 14:00", "4h").with(done("2026-11-23 19:00"));
        assertThat(clock.state(at("2026-11-24 10:00"))).isEqualTo(Clock.State.BROKEN);
    }

    @Test
    void a_clock_that_is_done_does_not_start_again_by_an_answer() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(done("2026-11-23 10:00"))
                .with(asked("2026-11-23 11:00"))
                .with(answered("2026-11-23 12:00"));
        assertThat(clock.state(at("2026-12-23 10:00"))).isEqualTo(Clock.State.MET);
    }

    @Test
    void a_ticket_that_is_reopened_goes_on_with_what_was_left() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(done("2026-11-23 12:00"))
                .with(Turn.started(at("2026-11-25 09:00"), Cause.REOPENED, OFFICE.promise("4h")));
        assertThat(clock.due()).isEqualTo(at("2026-11-25 10:00"));
    }

    @Test
    void half_three_quarters_and_nine_tenths_of_the_time_are_moments_too() {
        var clock = opened("2026-11-23 16:00", "4h");
        assertThat(clock.at(50)).isEqualTo(at("2026-11-23 18:00"));
        assertThat(clock.at(75)).isEqualTo(at("2026-11-24 10:00"));
        assertThat(clock.at(90)).isEqualTo(at("2026-11-24 10:36"));
    }

    @Test
    void a_mark_that_was_reached_before_the_pause_was_reached_then() {
        var clock =
                opened("2026-11-23 14:00", "4h").with(asked("2026-11-23 17:00")).with(answered("2026-11-24 09:12"));
        assertThat(clock.at(50)).isEqualTo(at("2026-11-23 16:00"));
        assertThat(clock.at(90)).isEqualTo(at("2026-11-24 09:48"));
    }
}
