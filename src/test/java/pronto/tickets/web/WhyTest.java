package pronto.tickets.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhyTest {

    @Test
    void a_refusal_is_said_in_words() {
        assertThat(Why.of("550 5.1.1 user unknown")).isEqualTo("address");
        assertThat(Why.of("550 No such user here")).isEqualTo("address");
        assertThat(Why.of("552 5.2.2 mailbox full")).isEqualTo("full");
        assertThat(Why.of("554 5.7.26 unauthenticated")).isEqualTo("policy");
    }

    @Test
    void what_nobody_understands_is_not_guessed() {
        assertThat(Why.of("554 transaction failed")).isNull();
        assertThat(Why.of("500 5.5.2 syntax")).isNull();
    }
}
