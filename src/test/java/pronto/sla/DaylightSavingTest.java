package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.sla.Diary.OFFICE;

import org.junit.jupiter.api.Test;

/** An hour that is missing does not count, one that comes twice counts twice. */
class DaylightSavingTest {

    private static final Diary ROME = Diary.in("Europe/Rome");
    private static final Diary NEW_YORK = Diary.in("America/New_York");
    private static final Diary LORD_HOWE = Diary.in("Australia/Lord_Howe");

    @Test
    void rome_in_spring_has_no_hour_after_two() {
        assertThat(ROME.due("2026-03-28 23:00", "4h")).isEqualTo(ROME.at("2026-03-29 04:00"));
    }

    @Test
    void rome_in_autumn_has_the_hour_after_two_twice() {
        assertThat(ROME.due("2026-10-24 23:00", "4h")).isEqualTo(ROME.at("2026-10-25 02:00+01:00"));
    }

    @Test
    void a_night_of_spring_in_rome_is_an_hour_shorter() {
        var diary = Diary.in("Europe/Rome").on("SUN", "01:30-04:00");
        assertThat(diary.due("2026-03-29 01:30", "1h30m")).isEqualTo(diary.at("2026-03-29 04:00"));
    }

    @Test
    void hours_that_begin_in_the_missing_hour_begin_after_it() {
        var diary = Diary.in("Europe/Rome").on("SUN", "02:30-05:00");
        assertThat(diary.due("2026-03-29 00:00", "30m")).isEqualTo(diary.at("2026-03-29 03:30"));
    }

    @Test
    void hours_that_end_in_the_missing_hour_end_after_it() {
        var diary = Diary.in("Europe/Rome").on("SUN", "01:00-02:30");
        assertThat(diary.due("2026-03-29 01:00", "1h")).isEqualTo(diary.at("2026-03-29 03:00+02:00"));
    }

    @Test
    void hours_that_end_in_the_repeated_hour_end_the_second_time() {
        var diary = Diary.in("Europe/Rome").on("SUN", "01:00-02:30");
        assertThat(diary.due("2026-10-25 01:00", "2h30m")).isEqualTo(diary.at("2026-10-25 02:30+01:00"));
    }

    @Test
    void hours_that_begin_in_the_repeated_hour_begin_the_first_time() {
        var diary = Diary.in("Europe/Rome").on("SUN", "02:30-05:00");
        assertThat(diary.due("2026-10-25 00:00", "1h")).isEqualTo(diary.at("2026-10-25 02:30+01:00"));
    }

    @Test
    void hours_that_touch_in_the_repeated_hour_count_it_whole_and_once() {
        var diary = Diary.in("Europe/Rome").on("SUN", "02:00-02:30 02:30-03:00");
        assertThat(diary.due("2026-10-25 00:00", "2h")).isEqualTo(diary.at("2026-10-25 03:00+01:00"));
    }

    @Test
    void an_office_in_rome_does_not_notice_the_spring() {
        assertThat(OFFICE.due("2026-03-27 17:00", "2h")).isEqualTo(OFFICE.at("2026-03-30 10:00"));
    }

    @Test
    void an_office_in_rome_does_not_notice_the_autumn() {
        assertThat(OFFICE.due("2026-10-23 17:00", "2h")).isEqualTo(OFFICE.at("2026-10-26 10:00"));
    }

    @Test
    void new_york_changes_weeks_before_rome() {
        assertThat(NEW_YORK.due("2026-03-07 23:00", "4h")).isEqualTo(NEW_YORK.at("2026-03-08 04:00"));
    }

    @Test
    void new_york_in_autumn_has_the_hour_after_one_twice() {
        assertThat(NEW_YORK.due("2026-10-31 23:00", "4h")).isEqualTo(NEW_YORK.at("2026-11-01 02:00"));
    }

    @Test
    void the_whole_of_a_repeated_hour_is_two_hours() {
        var diary = Diary.in("America/New_York").on("SUN", "01:00-02:00");
        assertThat(diary.due("2026-11-01 00:00", "1h30m")).isEqualTo(diary.at("2026-11-01 01:30-05:00"));
    }

    @Test
    void hours_that_do_not_exist_at_all_wait_for_the_next_week() {
        var diary = Diary.in("America/New_York").on("SUN", "02:15-02:45");
        assertThat(diary.due("2026-03-07 12:00", "10m")).isEqualTo(diary.at("2026-03-15 02:25"));
    }

    @Test
    void lord_howe_goes_back_by_half_an_hour() {
        assertThat(LORD_HOWE.due("2026-04-04 23:00", "4h")).isEqualTo(LORD_HOWE.at("2026-04-05 02:30"));
    }

    @Test
    void lord_howe_goes_forward_by_half_an_hour() {
        assertThat(LORD_HOWE.due("2026-10-03 23:00", "4h")).isEqualTo(LORD_HOWE.at("2026-10-04 03:30"));
    }

    @Test
    void hours_in_the_repeated_half_hour_of_lord_howe_begin_the_first_time() {
        var diary = Diary.in("Australia/Lord_Howe").on("SUN", "01:45-03:00");
        assertThat(diary.due("2026-04-05 00:00", "1h45m")).isEqualTo(diary.at("2026-04-05 03:00"));
    }

    @Test
    void hours_in_the_missing_half_hour_of_lord_howe_begin_after_it() {
        var diary = Diary.in("Australia/Lord_Howe").on("SUN", "02:15-04:00");
        assertThat(diary.due("2026-10-04 00:00", "30m")).isEqualTo(diary.at("2026-10-04 03:00"));
    }

    @Test
    void the_day_that_samoa_left_out_is_not_counted() {
        var diary = Diary.in("Pacific/Apia").on("THU FRI SAT", "09:00-17:00");
        assertThat(diary.due("2011-12-29 16:00", "2h")).isEqualTo(diary.at("2011-12-31 10:00"));
    }

    @Test
    void a_day_that_begins_at_one_begins_at_one() {
        var diary = Diary.in("Asia/Beirut").on("SUN", "00:00-24:00");
        assertThat(diary.due("2026-03-28 12:00", "1h")).isEqualTo(diary.at("2026-03-29 02:00"));
    }

    @Test
    void hours_that_end_where_the_repeated_hour_begins_hold_nothing_of_it() {
        var diary = Diary.in("Europe/Rome").on("SUN", "01:00-02:00").on("MON", "09:00-10:00");
        assertThat(diary.due("2026-10-25 00:00", "1h30m")).isEqualTo(diary.at("2026-10-26 09:30"));
    }
}
