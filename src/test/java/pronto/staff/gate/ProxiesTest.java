package pronto.staff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private final Proxies proxies = new Proxies(List.of("10.0.0.0/8", "::1"));

    @Test
    void a_known_proxy_names_the_asker() {
        assertThat(proxies.know("10.1.2.3")).isTrue();
        assertThat(proxies.asker("10.1.2.3", List.of("203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(proxies.asker("::1", List.of("2001:db8::1", "10.1.2.3"))).isEqualTo("2001:db8::1");
    }

    @Test
    void what_the_asker_put_in_front_is_not_believed() {
        assertThat(proxies.asker("10.1.2.3", List.of("127.0.0.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.asker("10.1.2.3", List.of("<script>"))).isEqualTo("10.1.2.3");
        assertThat(proxies.asker("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }

    @Test
    void without_a_setting_nobody_is_believed() {
        assertThat(new Proxies(List.of()).know("127.0.0.1")).isFalse();
    }
}
