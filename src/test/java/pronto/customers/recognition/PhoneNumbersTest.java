package pronto.customers.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "06 1234 5678, +390612345678",
        "(02) 1234567, +39021234567",
        "333 123 4567, +393331234567",
        "+39 06 12345678, +390612345678",
        "0039 06 12345678, +390612345678",
        "+44 20 7946 0018, +442079460018",
        "+1 (415) 555-2671, +14155552671",
        "+39.06.12345678, +390612345678"
    })
    void a_number_is_kept_as_it_is_dialled_from_abroad(String typed, String kept) {
        assertThat(PhoneNumbers.parse(typed, "IT")).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call me", "112", "+", "+39", "12", "+999 123456789", "0612345678901234567890"})
    void what_nobody_can_dial_is_no_number(String typed) {
        assertThat(PhoneNumbers.parse(typed, "IT")).isEmpty();
    }

    @Test
    void without_a_country_only_a_full_number_is_one() {
        assertThat(PhoneNumbers.parse("06 12345678", null)).isEmpty();
        assertThat(PhoneNumbers.parse("+39 06 12345678", null)).contains("+390612345678");
    }

    @Test
    void the_country_is_that_of_the_clock_or_else_of_the_language() {
        assertThat(PhoneNumbers.country("Europe/London", "it")).isEqualTo("GB");
        assertThat(PhoneNumbers.country("Europe/Rome", null)).isEqualTo("IT");
        assertThat(PhoneNumbers.country("UTC", "it")).isEqualTo("IT");
        assertThat(PhoneNumbers.country(null, "en")).isNull();
    }
}
