package pronto.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.people.Effort;
import pronto.ui.Invalid;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "qwertyuiop123",
                "123456789012",
                "aaaaaaaaaaaaaaaa",
                "forzanapoli1",
                "FORZANAPOLI2026",
                "juventus1897",
                "juventusjuventus",
                "ciaociaociao",
                "amoremioamore",
                "francesca1985",
                "valentinorossi46",
                "benvenuto2026",
                "assistenza123",
                "pronto-pronto-pronto",
                "giulia.bianchi1",
                "giulia@acme.example1"
            })
    void what_a_guesser_tries_first_is_refused(String password) {
        assertThatThrownBy(() ->
                        rules.check(password, "password", List.of("giulia.bianchi@acme.example", "Giulia Bianchi")))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.name()).isEqualTo("password-common"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nebbia sul ponte alle sei",
                "correct-walnut-stapler-7",
                "Xk4!pd92vQm-",
                "più-caffè-con-lo-zenzero"
            })
    void a_few_unrelated_words_are_good_without_any_signs(String password) {
        assertThatCode(() -> rules.check(password, "password", List.of("giulia@acme.example", "Giulia Bianchi")))
                .doesNotThrowAnyException();
    }

    @Test
    void eleven_characters_are_too_few() {
        assertThatThrownBy(() -> rules.check("Xk4!pd92vQm", "password", List.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.name()).isEqualTo("password-too-short"));
    }

    @Test
    void a_very_long_one_costs_no_more_than_its_beginning() {
        var effort = Effort.of(() -> {
            rules.check("nebbia sul ponte alle sei ".repeat(7), "password", List.of());
            return true;
        });

        assertThat(effort.spent()).isLessThan(Duration.ofSeconds(2));
    }
}
