package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.sla.Diary.OFFICE;

import org.junit.jupiter.api.Test;

/** What is promised in hours of work waits while nobody works. */
class NightsAndWeekendsTest {

    @Test
    void what_is_not_done_in_the_evening_is_due_in_the_morning() {
        assertThat(OFFICE.due("2026-11-23 16:00", "4h")).isEqualTo(OFFICE.at("2026-11-24 11:00"));
    }

    @Test
    void the_break_at_noon_does_not_count() {
        assertThat(OFFICE.due("2026-11-23 12:00", "2h")).isEqualTo(OFFICE.at("2026-11-23 15:00"));
    }

    @Test
    void who_writes_during_the_break_waits_from_its_end() {
        assertThat(OFFICE.due("2026-11-23 13:20", "30m")).isEqualTo(OFFICE.at("2026-11-23 14:30"));
    }

    @Test
    void who_writes_at_night_waits_from_the_morning() {
        assertThat(OFFICE.due("2026-11-23 22:00", "1h")).isEqualTo(OFFICE.at("2026-11-24 10:00"));
    }

    @Test
    void who_writes_before_the_office_opens_waits_from_its_opening() {
        assertThat(OFFICE.due("2026-11-24 03:00", "1h")).isEqualTo(OFFICE.at("2026-11-24 10:00"));
    }

    @Test
    void used_up_exactly_at_closing_time_it_is_due_then() {
        assertThat(OFFICE.due("2026-11-23 14:00", "4h")).isEqualTo(OFFICE.at("2026-11-23 18:00"));
    }

    @Test
    void used_up_exactly_at_the_break_it_is_due_then() {
        assertThat(OFFICE.due("2026-11-23 09:00", "4h")).isEqualTo(OFFICE.at("2026-11-23 13:00"));
    }

    @Test
    void a_second_more_than_the_day_has_is_due_a_second_into_the_next() {
        assertThat(OFFICE.due("2026-11-23 14:00", "4h1s")).isEqualTo(OFFICE.at("2026-11-24 09:00:01"));
    }

    @Test
    void the_last_second_before_closing_counts() {
        assertThat(OFFICE.due("2026-11-23 17:59:59", "2s")).isEqualTo(OFFICE.at("2026-11-24 09:00:01"));
    }

    @Test
    void what_comes_at_closing_time_begins_the_next_morning() {
        assertThat(OFFICE.due("2026-11-23 18:00", "1s")).isEqualTo(OFFICE.at("2026-11-24 09:00:01"));
    }

    @Test
    void friday_evening_goes_on_on_monday() {
        assertThat(OFFICE.due("2026-11-27 17:30", "1h")).isEqualTo(OFFICE.at("2026-11-30 09:30"));
    }

    @Test
    void who_writes_on_a_saturday_waits_from_monday() {
        assertThat(OFFICE.due("2026-11-28 11:00", "8h")).isEqualTo(OFFICE.at("2026-11-30 18:00"));
    }

    @Test
    void forty_hours_are_a_week_of_work() {
        assertThat(OFFICE.due("2026-11-23 09:00", "40h")).isEqualTo(OFFICE.at("2026-11-27 18:00"));
    }

    @Test
    void forty_hours_from_a_wednesday_end_on_the_next() {
        assertThat(OFFICE.due("2026-11-25 11:00", "40h")).isEqualTo(OFFICE.at("2026-12-02 11:00"));
    }

    @Test
    void a_friday_of_half_a_day_ends_at_noon() {
        var diary = Diary.in("Europe/Rome").on("MON TUE WED THU", "09:00-18:00").on("FRI", "09:00-13:00");
        assertThat(diary.due("2026-11-27 12:00", "2h")).isEqualTo(diary.at("2026-11-30 10:00"));
    }

    @Test
    void a_date_with_hours_of_its_own_has_only_these() {
        var diary = OFFICE.open("2026-12-24", "09:00-13:00");
        assertThat(diary.due("2026-12-24 12:00", "2h")).isEqualTo(diary.at("2026-12-28 10:00"));
    }

    @Test
    void a_closed_day_is_skipped() {
        var diary = OFFICE.closed("2026-12-24");
        assertThat(diary.due("2026-12-23 17:00", "2h")).isEqualTo(diary.at("2026-12-28 10:00"));
    }

    @Test
    void an_open_sunday_counts() {
        var diary = OFFICE.open("2026-11-29", "10:00-12:00");
        assertThat(diary.due("2026-11-27 17:00", "2h")).isEqualTo(diary.at("2026-11-29 11:00"));
    }

    @Test
    void open_wins_over_a_holiday() {
        var diary = OFFICE.open("2026-12-08", "10:00-12:00");
        assertThat(diary.due("2026-12-07 17:00", "2h")).isEqualTo(diary.at("2026-12-08 11:00"));
    }

    @Test
    void open_wins_over_closed() {
        var diary = OFFICE.closed("2026-11-24").open("2026-11-24", "15:00-17:00");
        assertThat(diary.due("2026-11-23 17:00", "2h")).isEqualTo(diary.at("2026-11-24 16:00"));
    }

    @Test
    void closed_wins_over_the_week() {
        var diary = OFFICE.closed("2026-11-24", "2026-11-25");
        assertThat(diary.due("2026-11-23 17:00", "2h")).isEqualTo(diary.at("2026-11-26 10:00"));
    }

    @Test
    void hours_may_end_with_the_day() {
        var diary = Diary.in("Europe/Rome").on("MON TUE WED THU FRI", "18:00-24:00");
        assertThat(diary.due("2026-11-23 23:00", "2h")).isEqualTo(diary.at("2026-11-24 19:00"));
    }

    @Test
    void used_up_at_midnight_it_is_due_at_midnight() {
        var diary = Diary.in("Europe/Rome").on("MON TUE WED THU FRI", "18:00-24:00");
        assertThat(diary.due("2026-11-23 23:00", "1h")).isEqualTo(diary.at("2026-11-24 00:00"));
    }

    @Test
    void a_night_shift_goes_on_past_midnight() {
        var diary = Diary.in("Europe/Rome").on("MON TUE WED THU FRI", "22:00-24:00 00:00-06:00");
        assertThat(diary.due("2026-11-23 23:30", "1h")).isEqualTo(diary.at("2026-11-24 00:30"));
    }

    @Test
    void hours_that_overlap_count_once() {
        var diary = Diary.in("Europe/Rome").on("MON", "09:00-13:00 12:00-18:00").on("TUE", "09:00-18:00");
        assertThat(diary.due("2026-11-23 11:00", "8h")).isEqualTo(diary.at("2026-11-24 10:00"));
    }

    @Test
    void hours_with_seconds_count_to_the_second() {
        var diary = Diary.in("Europe/Rome").on("MON TUE", "09:00:30-09:01:15");
        assertThat(diary.due("2026-11-23 09:00", "1m")).isEqualTo(diary.at("2026-11-24 09:00:45"));
    }

    @Test
    void around_the_clock_two_days_are_two_days() {
        var diary = new Diary(Calendar.ALWAYS);
        assertThat(diary.due("2026-11-28 10:00", "48h")).isEqualTo(diary.at("2026-11-30 10:00"));
    }

    @Test
    void another_time_zone_keeps_its_own_hours() {
        var diary = Diary.in("Asia/Kathmandu").on("SUN MON TUE WED THU FRI", "10:00-17:00");
        assertThat(diary.due("2026-11-27 16:30", "1h")).isEqualTo(diary.at("2026-11-29 10:30"));
    }
}
