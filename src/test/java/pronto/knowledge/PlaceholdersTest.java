package pronto.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void gaps_are_filled_and_one_without_a_value_stays_visible() {
        assertThat(Placeholders.fill(
                        "<p>Ciao {{reporter.firstName}}, {{ ticket.code }}: {{customer.name}}</p>",
                        Map.of("reporter.firstName", "Marta", "ticket.code", "T-1001K")))
                .isEqualTo("<p>Ciao Marta, T-1001K: {{customer.name}}</p>");
    }

    @Test
    void what_a_customer_calls_themselves_never_becomes_markup() {
        assertThat(Placeholders.fill(
                        "<p>{{customer.name}}</p>", Map.of("customer.name", "<img src=x onerror=a()> $1 \\")))
                .isEqualTo("<p>&lt;img src=x onerror=a()&gt; $1 \\</p>");
    }

    @Test
    void a_gap_that_nobody_can_fill_is_found() {
        assertThat(Placeholders.unknownIn("{{ticket.code}} {{ticket.kode}}")).contains("ticket.kode");
        assertThat(Placeholders.unknownIn("{{ticket.code}} {{ reporter.name }} {not} {{}}"))
                .isEmpty();
    }
}
