package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.sla.Diary.OFFICE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Another priority, another plan, a calendar corrected afterwards: the time already used stays used. */
class PromisesThatChangeTest {

    private static final Diary ALWAYS = Diary.in("Europe/Rome");

    private static Clock opened(String at, String target) {
        return Clock.started(OFFICE.at(at), Cause.OPENED, OFFICE.promise(target));
    }

    private static Turn priority(String at, String target) {
        return Turn.promised(OFFICE.at(at), Cause.PRIORITY, OFFICE.promise(target));
    }

    private static Turn plan(String at, Promise promise) {
        return Turn.promised(OFFICE.at(at), Cause.PLAN, promise);
    }

    private static Instant at(String local) {
        return OFFICE.at(local);
    }

    @Test
    void priority_up_leaves_what_the_shorter_time_has_left() {
        var clock = opened("2026-11-23 09:00", "8h").with(priority("2026-11-23 11:00", "4h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 13:00"));
    }

    @Test
    void priority_down_adds_the_difference() {
        var clock = opened("2026-11-23 09:00", "4h").with(priority("2026-11-23 11:00", "8h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 18:00"));
    }

    @Test
    void priority_up_and_down_again_is_as_if_nothing_had_been() {
        var clock = opened("2026-11-23 09:00", "8h")
                .with(priority("2026-11-23 10:00", "4h"))
                .with(priority("2026-11-23 11:00", "8h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 18:00"));
    }

    @Test
    void priority_up_to_less_than_was_used_was_due_when_so_much_was_used() {
        var clock = opened("2026-11-23 09:00", "8h").with(priority("2026-11-23 12:00", "1h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 10:00"));
        assertThat(clock.state(at("2026-11-23 12:00"))).isEqualTo(Clock.State.BROKEN);
    }

    @Test
    void priority_up_at_night_counts_from_the_morning() {
        var clock = opened("2026-11-23 17:00", "8h").with(priority("2026-11-23 22:00", "2h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-24 10:00"));
    }

    @Test
    void priority_down_after_the_time_was_up_makes_it_run_again() {
        var clock = opened("2026-11-23 09:00", "1h").with(priority("2026-11-23 12:00", "8h"));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 18:00"));
        assertThat(clock.state(at("2026-11-23 12:00"))).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void priority_that_changes_while_the_customer_has_the_move_counts_when_it_runs_again() {
        var clock = opened("2026-11-23 09:00", "8h")
                .with(Turn.paused(at("2026-11-23 10:00"), Cause.CUSTOMER_HAS_IT))
                .with(priority("2026-11-23 11:00", "2h"))
                .with(Turn.resumed(at("2026-11-24 09:30"), Cause.CUSTOMER_ANSWERED));
        assertThat(clock.due()).isEqualTo(at("2026-11-24 10:30"));
    }

    @Test
    void a_plan_around_the_clock_keeps_what_was_used_in_hours_of_work() {
        var clock = opened("2026-11-23 16:00", "4h").with(plan("2026-11-23 17:00", ALWAYS.promise("4h")));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 20:00"));
    }

    @Test
    void a_plan_of_working_hours_keeps_what_was_used_around_the_clock() {
        var clock = Clock.started(at("2026-11-23 20:00"), Cause.OPENED, ALWAYS.promise("6h"))
                .with(plan("2026-11-23 23:00", OFFICE.promise("6h")));
        assertThat(clock.due()).isEqualTo(at("2026-11-24 12:00"));
    }

    @Test
    void a_plan_with_another_time_and_other_hours_changes_both() {
        var clock = opened("2026-11-27 16:00", "8h").with(plan("2026-11-27 19:00", ALWAYS.promise("3h")));
        assertThat(clock.due()).isEqualTo(at("2026-11-27 20:00"));
    }

    @Test
    void a_plan_that_promises_nothing_is_never_due() {
        var clock = opened("2026-11-23 16:00", "4h").with(plan("2026-11-23 17:00", new Promise(null, OFFICE.hours())));
        assertThat(clock.due()).isNull();
        assertThat(clock.state(at("2027-11-23 17:00"))).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void a_plan_that_promises_again_counts_what_was_used_meanwhile() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(plan("2026-11-23 10:00", new Promise(null, OFFICE.hours())))
                .with(plan("2026-11-23 12:00", OFFICE.promise("4h")));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 13:00"));
    }

    @Test
    void a_holiday_that_was_forgotten_gives_its_hours_back() {
        var corrected = OFFICE.closed("2026-11-23");
        var clock = Clock.of(opened("2026-11-23 16:00", "4h").turns().stream()
                .map(turn -> new Turn(turn.at(), turn.kind(), turn.cause(), corrected.promise("4h")))
                .toList());
        assertThat(opened("2026-11-23 16:00", "4h").due()).isEqualTo(at("2026-11-24 11:00"));
        assertThat(clock.used(at("2026-11-24 09:00"))).isEqualTo(Duration.ZERO);
        assertThat(clock.due()).isEqualTo(at("2026-11-24 13:00"));
    }

    @Test
    void an_hour_more_in_the_evening_makes_it_due_sooner() {
        var corrected = OFFICE.open("2026-11-23", "09:00-13:00 14:00-19:00");
        assertThat(corrected.due("2026-11-23 16:00", "4h")).isEqualTo(at("2026-11-24 10:00"));
    }

    @Test
    void an_answer_that_was_found_later_resumed_the_clock_when_it_came() {
        var clock = opened("2026-11-23 09:00", "4h")
                .with(Turn.paused(at("2026-11-23 10:00"), Cause.CUSTOMER_HAS_IT))
                .with(Turn.resumed(at("2026-11-23 17:00"), Cause.CUSTOMER_ANSWERED))
                .with(Turn.resumed(at("2026-11-23 11:00"), Cause.CORRECTED));
        assertThat(clock.due()).isEqualTo(at("2026-11-23 15:00"));
    }

    @Test
    void a_pickup_that_was_entered_late_is_kept_when_it_was_in_time() {
        var clock = opened("2026-11-23 09:00", "4h");
        assertThat(clock.state(at("2026-11-23 15:00"))).isEqualTo(Clock.State.BROKEN);
        var corrected = clock.with(Turn.stopped(at("2026-11-23 12:59"), Cause.CORRECTED));
        assertThat(corrected.state(at("2026-11-23 15:00"))).isEqualTo(Clock.State.MET);
    }
}
