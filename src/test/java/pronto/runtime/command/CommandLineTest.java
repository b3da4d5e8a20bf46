package pronto.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pronto.Pronto;

class CommandLineTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void an_unknown_command_is_wrong_usage_and_says_so_in_a_sentence() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(said()).contains("dance").doesNotContain("\tat ");
    }

    @Test
    void half_a_command_is_wrong_usage() {
        assertThat(run("--home")).isEqualTo(2);
        assertThat(said()).contains("--home needs a folder");
    }

    @Test
    void a_setting_without_a_value_is_wrong_usage() {
        assertThat(run("version", "--pronto.http.port")).isEqualTo(2);
        assertThat(said()).contains("pronto.http.port");
    }

    @Test
    void the_version_and_the_help_need_no_database() {
        assertThat(run("version")).isZero();
        assertThat(run("help")).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void settings_are_taken_from_anywhere_in_the_line() {
        var words = Words.of("--home", "/srv/pronto", "user", "create", "--pronto.http.port=0", "--name", "Ada");

        assertThat(words.settings()).containsExactly("--pronto.home=/srv/pronto", "--pronto.http.port=0");
        assertThat(words.command()).containsExactly("user", "create", "--name", "Ada");
    }

    private int run(String... arguments) {
        var errors = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new CommandLineInterface(Pronto.class, errors).execute(arguments);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
