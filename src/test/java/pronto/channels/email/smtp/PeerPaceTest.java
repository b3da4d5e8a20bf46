package pronto.channels.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pronto.channels.email.Near;

/** One peer does not keep the others out. */
class PeerPaceTest {

    private static final InetAddress FAR = InetAddress.ofLiteral("192.0.2.1");

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final PeerPace pace = new PeerPace(60, Near::is, () -> now);

    @Test
    void a_minutes_mails_may_come_at_once_and_the_next_as_time_goes_on() {
        assertThat(admitted(FAR, 100)).isEqualTo(60);

        now = now.plus(Duration.ofSeconds(10));
        assertThat(admitted(FAR, 100)).isEqualTo(10);
        now = now.plus(Duration.ofHours(1));
        assertThat(admitted(FAR, 100)).isEqualTo(60);
    }

    @Test
    void who_goes_on_asking_is_not_put_off_for_ever() {
        admitted(FAR, 60);

        var admitted = 0;
        for (int i = 0; i < 100; i++) {
            now = now.plus(Duration.ofMillis(100));
            admitted += admitted(FAR, 1);
        }
        assertThat(admitted).isBetween(9, 10);
    }

    @Test
    void another_peer_is_not_kept_waiting() {
        admitted(FAR, 100);

        assertThat(admitted(InetAddress.ofLiteral("192.0.2.2"), 1)).isEqualTo(1);
    }

    @Test
    void who_has_a_network_of_addresses_is_one_peer() {
        admitted(InetAddress.ofLiteral("2001:db8::1"), 100);

        assertThat(admitted(InetAddress.ofLiteral("2001:db8::2"), 1)).isZero();
        assertThat(admitted(InetAddress.ofLiteral("2001:db8:0:1::1"), 1)).isEqualTo(1);
    }

    @Test
    void a_server_of_ours_hands_over_as_fast_as_it_can() {
        for (var near : new String[] {"127.0.0.1", "::1", "10.1.2.3", "192.168.1.1", "fd00::1"}) {
            assertThat(admitted(InetAddress.ofLiteral(near), 1_000)).as(near).isEqualTo(1_000);
        }
    }

    @Test
    void a_clock_that_is_set_back_puts_nobody_off() {
        admitted(FAR, 60);
        now = now.minus(Duration.ofDays(1));
        assertThat(admitted(FAR, 1)).isZero();

        now = now.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(1));
        assertThat(admitted(FAR, 100)).isEqualTo(60);
    }

    @Test
    void thousands_of_peers_are_forgotten_when_they_have_been_quiet() {
        IntStream.range(0, 30_000).forEach(number -> {
            now = now.plus(Duration.ofSeconds(1));
            assertThat(admitted(InetAddress.ofLiteral("198.18." + number / 250 + "." + number % 250), 1))
                    .isEqualTo(1);
        });

        assertThat(pace.peers()).isLessThan(11_000);
    }

    private int admitted(InetAddress peer, int tries) {
        return (int) IntStream.range(0, tries).filter(turn -> pace.admits(peer)).count();
    }
}
