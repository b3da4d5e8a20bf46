package pronto.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static pronto.sla.Diary.OFFICE;

import org.junit.jupiter.api.Test;

/** The days that Italian law keeps free, as it stands in each year. */
class HolidaysOfItalyTest {

    @Test
    void new_year_s_day() {
        assertThat(OFFICE.due("2026-12-31 17:00", "2h")).isEqualTo(OFFICE.at("2027-01-04 10:00"));
    }

    @Test
    void epiphany() {
        assertThat(OFFICE.due("2026-01-05 17:00", "2h")).isEqualTo(OFFICE.at("2026-01-07 10:00"));
    }

    @Test
    void easter_monday_of_2026_and_good_friday_is_none() {
        assertThat(OFFICE.due("2026-04-03 17:00", "2h")).isEqualTo(OFFICE.at("2026-04-07 10:00"));
    }

    @Test
    void easter_monday_of_2025() {
        assertThat(OFFICE.due("2025-04-18 17:00", "2h")).isEqualTo(OFFICE.at("2025-04-22 10:00"));
    }

    @Test
    void easter_monday_of_2027() {
        assertThat(OFFICE.due("2027-03-26 17:00", "2h")).isEqualTo(OFFICE.at("2027-03-30 10:00"));
    }

    @Test
    void liberation_day() {
        assertThat(OFFICE.due("2028-04-24 17:00", "2h")).isEqualTo(OFFICE.at("2028-04-26 10:00"));
    }

    @Test
    void labour_day() {
        assertThat(OFFICE.due("2026-04-30 17:00", "2h")).isEqualTo(OFFICE.at("2026-05-04 10:00"));
    }

    @Test
    void republic_day() {
        assertThat(OFFICE.due("2026-06-01 17:00", "2h")).isEqualTo(OFFICE.at("2026-06-03 10:00"));
    }

    @Test
    void assumption_day() {
        assertThat(OFFICE.due("2025-08-14 17:00", "2h")).isEqualTo(OFFICE.at("2025-08-18 10:00"));
    }

    @Test
    void saint_francis_is_kept_since_2026() {
        assertThat(OFFICE.due("2027-10-01 17:00", "2h")).isEqualTo(OFFICE.at("2027-10-05 10:00"));
    }

    @Test
    void saint_francis_was_not_kept_in_2024() {
        assertThat(OFFICE.due("2024-10-03 17:00", "2h")).isEqualTo(OFFICE.at("2024-10-04 10:00"));
    }

    @Test
    void all_saints() {
        assertThat(OFFICE.due("2027-10-29 17:00", "2h")).isEqualTo(OFFICE.at("2027-11-02 10:00"));
    }

    @Test
    void the_immaculate_conception() {
        assertThat(OFFICE.due("2026-12-07 17:00", "2h")).isEqualTo(OFFICE.at("2026-12-09 10:00"));
    }

    @Test
    void christmas_and_saint_stephen() {
        assertThat(OFFICE.due("2025-12-24 17:00", "2h")).isEqualTo(OFFICE.at("2025-12-29 10:00"));
    }

    @Test
    void the_patron_saint_of_milan_by_its_date() {
        var diary = OFFICE.holidays("IT", "12-07");
        assertThat(diary.due("2026-12-04 17:00", "2h")).isEqualTo(diary.at("2026-12-09 10:00"));
    }

    @Test
    void the_patron_saint_of_milan_by_its_place() {
        var diary = OFFICE.holidays("IT-25-mi");
        assertThat(diary.due("2026-12-04 17:00", "2h")).isEqualTo(diary.at("2026-12-09 10:00"));
    }

    @Test
    void the_patron_saint_of_rome_is_nobody_else_s() {
        assertThat(OFFICE.due("2026-06-26 17:00", "2h")).isEqualTo(OFFICE.at("2026-06-29 10:00"));
    }

    @Test
    void without_holidays_christmas_is_a_day_like_others() {
        var diary = OFFICE.holidays();
        assertThat(diary.due("2025-12-24 17:00", "2h")).isEqualTo(diary.at("2025-12-25 10:00"));
    }

    @Test
    void germany_has_others() {
        var diary = OFFICE.holidays("DE");
        assertThat(diary.due("2026-04-02 17:00", "2h")).isEqualTo(diary.at("2026-04-07 10:00"));
    }

    @Test
    void bavaria_has_more_than_germany() {
        var diary = OFFICE.holidays("DE-by");
        assertThat(diary.due("2026-01-05 17:00", "2h")).isEqualTo(diary.at("2026-01-07 10:00"));
    }

    @Test
    void leap_day_is_a_day_of_work() {
        assertThat(OFFICE.due("2028-02-28 17:00", "2h")).isEqualTo(OFFICE.at("2028-02-29 10:00"));
    }

    @Test
    void after_leap_day_comes_march() {
        assertThat(OFFICE.due("2028-02-29 17:00", "2h")).isEqualTo(OFFICE.at("2028-03-01 10:00"));
    }

    @Test
    void without_leap_day_march_comes_sooner() {
        assertThat(OFFICE.due("2027-02-26 17:00", "2h")).isEqualTo(OFFICE.at("2027-03-01 10:00"));
    }

    @Test
    void a_day_of_every_year_that_is_a_leap_day_comes_every_four() {
        var diary = OFFICE.holidays("02-29");
        assertThat(diary.due("2028-02-28 17:00", "2h")).isEqualTo(diary.at("2028-03-01 10:00"));
    }
}
