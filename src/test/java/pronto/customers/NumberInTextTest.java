package pronto.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberInTextTest {

    private static List<String> in(String text, String language) {
        return NumberInText.of(text, null, language).stream()
                .map(NumberInText::number)
                .toList();
    }

    @Test
    void a_number_is_found_where_it_stands() {
        var text = "Chiamatemi subito 0577 111 222, grazie";

        assertThat(NumberInText.of(text, null, "it"))
                .singleElement()
                .satisfies(one ->
                        assertThat(text.substring(one.start(), one.end())).isEqualTo("0577 111 222"))
                .satisfies(one -> assertThat(one.number()).isEqualTo("+390577111222"));
    }

    @Test
    void a_mobile_needs_no_spaces_and_a_plus_no_country() {
        assertThat(in("cell. 3331234567", "it")).containsExactly("+393331234567");
        assertThat(in("Call +44 20 7946 0991 or +390577111222", "en"))
                .containsExactly("+442079460991", "+390577111222");
    }

    @Test
    void orders_dates_and_tax_codes_are_none() {
        assertThat(in("Ordine 88214 del 01/02/2026 alle 10:15, P.IVA 01234567890, T-1012A", "it"))
                .isEmpty();
        assertThat(in("order 0577111222", "en")).isEmpty();
    }
}
