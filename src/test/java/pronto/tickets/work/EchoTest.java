package pronto.tickets.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoTest {

    @Test
    void what_differs_in_numbers_codes_and_times_alone_is_said_again() {
        assertThat(Echo.of("Re: Re: Case 10442\nReceived at 10:15:09, node web-03."))
                .isEqualTo(Echo.of("AW: case 10443\n\n received  at 23:59:00, node web-17."));
    }

    @Test
    void whoever_writes_other_words_says_something_new() {
        assertThat(Echo.of("Case 10442 is open")).isNotEqualTo(Echo.of("Case 10442 is closed"));
    }

    @Test
    void a_short_number_is_a_word() {
        assertThat(Echo.of("Open 2 doors")).isNotEqualTo(Echo.of("Open 3 doors"));
    }
}
