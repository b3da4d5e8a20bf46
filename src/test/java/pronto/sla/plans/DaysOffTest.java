package pronto.sla.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pronto.ui.Invalid;

/** Holidays come in iCalendar files, as countries and schools write them. */
class DaysOffTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void a_day_and_several_days_are_read_without_the_one_that_ends_them() {
        var read = read("DTSTART;VALUE=DATE:20261224\nSUMMARY:Vigilia", """
                DTSTART;VALUE=DATE:20261228
                DTEND;VALUE=DATE:20261231
                SUMMARY:Chiusura
                  aziendale""", "DTSTART:20270105\nDURATION:P2D");

        assertThat(read.days())
                .containsExactly(
                        day("2026-12-24"),
                        day("2026-12-28"),
                        day("2026-12-29"),
                        day("2026-12-30"),
                        day("2027-01-05"),
                        day("2027-01-06"));
        assertThat(read.left()).isZero();
    }

    @Test
    void what_comes_every_year_comes_for_ten_years_more_and_not_for_all_the_past() {
        var read = read("DTSTART;VALUE=DATE:19700425\nRRULE:FREQ=YEARLY");

        assertThat(read.days()).hasSize(12).startsWith(day("2025-04-25")).endsWith(day("2036-04-25"));
    }

    @Test
    void the_last_monday_of_may_and_the_fourth_thursday_of_november_are_reckoned() {
        var read = read(
                "DTSTART;VALUE=DATE:20260525\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=2",
                "DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231T000000Z");

        assertThat(read.days())
                .containsExactly(day("2026-05-25"), day("2026-11-26"), day("2027-05-31"), day("2027-11-25"));
    }

    @Test
    void the_twenty_ninth_of_february_comes_where_there_is_one() {
        var read = read("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY");

        assertThat(read.days()).containsExactly(day("2028-02-29"), day("2032-02-29"), day("2036-02-29"));
    }

    @Test
    void days_left_out_are_left_out_and_days_added_are_added() {
        var read = read("""
                DTSTART;VALUE=DATE:20260601
                RRULE:FREQ=YEARLY;COUNT=3
                EXDATE;VALUE=DATE:20270601
                RDATE;VALUE=DATE:20260603,20260604""");

        assertThat(read.days())
                .containsExactly(day("2026-06-01"), day("2026-06-03"), day("2026-06-04"), day("2028-06-01"));
    }

    @Test
    void an_hour_an_alarm_and_what_is_cancelled_are_no_day_off_and_what_is_not_understood_is_counted() {
        var read = read(
                "DTSTART:20261224",
                "DTSTART;TZID=Europe/Rome:20261225T090000",
                "DTSTART:20261226\nSTATUS:CANCELLED",
                "DTSTART:20261227\nRRULE:FREQ=WEEKLY",
                "DTSTART:20261301",
                "DTSTART:20261228\nBEGIN:VALARM\nDTSTART:20261229\nEND:VALARM");

        assertThat(read.days()).containsExactly(day("2026-12-24"), day("2026-12-28"));
        assertThat(read.left()).isEqualTo(3);
    }

    @Test
    void a_file_that_is_none_or_names_no_day_is_refused_in_words() {
        for (var wrong : new String[] {"", "name,plan\nAcme,Gold", "BEGIN:VCARD\nEND:VCARD"}) {
            refused(wrong, "not-a-calendar-file");
        }
        refused("BEGIN:VCALENDAR\nEND:VCALENDAR", "no-days-in-file");
        refused(file("DTSTART:20261224\nRRULE:FREQ=YEARLY;INTERVAL=2147483647;UNTIL=1"), "no-days-in-file");
        refused(file("DTSTART:00000000", "DTSTART:20261224\nDURATION:P999W"), "no-days-in-file");
    }

    private static void refused(String file, String name) {
        assertThatThrownBy(() -> DaysOff.read(file, TODAY, "file"))
                .as(file)
                .isInstanceOfSatisfying(
                        Invalid.class, no -> assertThat(no.name()).isEqualTo(name));
    }

    private static DaysOff read(String... entries) {
        return DaysOff.read(file(entries), TODAY, "file");
    }

    private static String file(String... entries) {
        return Stream.of(entries)
                .map(entry -> "BEGIN:VEVENT\n" + entry + "\nEND:VEVENT\n")
                .collect(Collectors.joining("", "\uFEFFBEGIN:VCALENDAR\nVERSION:2.0\n", "END:VCALENDAR\n"))
                .replace("\n", "\r\n");
    }

    private static LocalDate day(String written) {
        return LocalDate.parse(written);
    }
}
