package pronto.channels.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RelayAddressTest {

    @Test
    void it_knows_the_usual_ports() {
        assertThat(RelayAddress.parse("smtp://mail.example.com").port()).isEqualTo(25);
        assertThat(RelayAddress.parse("smtp://giulia:x@mail.example.com").port())
                .isEqualTo(587);
        assertThat(RelayAddress.parse("smtps://mail.example.com").port()).isEqualTo(465);
        assertThat(RelayAddress.parse("smtp://[::1]:2500")).satisfies(relay -> {
            assertThat(relay.host()).isEqualTo("::1");
            assertThat(relay.port()).isEqualTo(2500);
            assertThat(relay.local()).isTrue();
        });
    }

    @Test
    void user_and_password_may_hold_anything() {
        var relay = RelayAddress.parse("smtp://giulia%40acme.it:p%C3%A0+%3A%2F@mail.acme.it:2525");

        assertThat(relay.user()).isEqualTo("giulia@acme.it");
        assertThat(relay.password()).isEqualTo("pà+:/");
    }

    @Test
    void the_password_is_never_shown() {
        assertThat(RelayAddress.parse("smtps://giulia:hush@mail.acme.it").toString())
                .isEqualTo("smtps://giulia@mail.acme.it:465");
        assertThatThrownBy(() -> RelayAddress.parse("smtp://giulia:hu sh@mail"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("hu sh");
    }

    @Test
    void what_is_no_relay_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> RelayAddress.parse("http://mail.acme.it")).hasMessageContaining("smtp://");
        assertThatThrownBy(() -> RelayAddress.parse("mail.acme.it:25")).hasMessageContaining("smtp://");
        assertThatThrownBy(() -> RelayAddress.parse("smtp:///")).hasMessageContaining("host");
    }
}
