package pronto.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pronto.people.Operator;

class CommandLineTest {

    private final Operator operator = new Operator();

    @Test
    void an_unknown_command_is_wrong_usage_and_says_so_in_a_sentence() {
        assertThat(operator.types("dance")).isEqualTo(2);
        assertThat(operator.said()).contains("dance").doesNotContain("\tat ");
    }

    @Test
    void half_a_command_is_wrong_usage() {
        assertThat(operator.types("--home")).isEqualTo(2);
        assertThat(operator.said()).contains("--home needs a folder");
    }

    @Test
    void a_setting_without_a_value_is_wrong_usage() {
        assertThat(operator.types("version", "--pronto.http.port")).isEqualTo(2);
        assertThat(operator.said()).contains("pronto.http.port");
    }

    @Test
    void half_a_pair_of_words_is_wrong_usage_and_says_which_words_follow() {
        for (var word : List.of("user", "token", "import")) {
            assertThat(operator.types(word)).as(word).isEqualTo(2);
        }
        assertThat(operator.said())
                .contains("pronto user needs one word more: create.")
                .contains("pronto import needs one word more: customers.")
                .doesNotContain("Exception");
    }

    @Test
    void what_is_missing_or_too_much_is_named() {
        assertThat(operator.types("user", "create", "ada@example.com", "--name", "Ada"))
                .isEqualTo(2);
        assertThat(operator.said()).contains("--role").contains("See: pronto help user create");
        assertThat(operator.types("token", "create", "erp", "--scope", "everything"))
                .isEqualTo(2);
        assertThat(operator.said()).contains("The scopes are read, write, admin, cti, inbound and scim.");
        assertThat(operator.types("backup", "one", "two")).isEqualTo(2);
        assertThat(operator.types("--frobnicate")).isEqualTo(2);
    }

    @Test
    void a_setting_that_does_not_exist_or_does_not_fit_is_wrong_usage(@TempDir Path home) {
        var here = "--pronto.home=" + home;
        assertThat(operator.types("token", "create", "erp", here, "--pronto.htpp.port=1"))
                .isEqualTo(2);
        assertThat(operator.types("token", "create", "erp", here, "--pronto.http.port=many"))
                .isEqualTo(2);
        assertThat(operator.said())
                .contains("There is no setting pronto.htpp.port; did you mean pronto.http.port?")
                .contains("The setting pronto.http.port cannot be “many”.")
                .doesNotContain("\tat ");
    }

    @Test
    void the_help_names_every_command_with_its_options() {
        var page = HelpPage.of(CommandTree.grow(), List.of());

        for (var command : List.of(
                "pronto run",
                "pronto demo",
                "pronto test [--long]",
                "pronto bench [NAME...]",
                "pronto backup FILE",
                "pronto restore FILE",
                "pronto user create [--language=LANGUAGE] --name=NAME --role=ROLE EMAIL",
                "pronto token create [--days=DAYS] [--scope=SCOPE]... NAME",
                "pronto import customers [--dry-run] FILE",
                "pronto version",
                "pronto help [COMMAND]")) {
            assertThat(page).contains("  " + command + "\n");
        }
        assertThat(page).contains("--home DIR", "--pronto.KEY=VALUE").doesNotContain("rehearse");
    }

    @Test
    void the_help_of_one_command_tells_its_options_and_of_none_is_wrong_usage() {
        assertThat(HelpPage.of(CommandTree.grow(), List.of("user", "create")))
                .contains("technician, lead, manager, administrator or auditor");
        assertThat(HelpPage.of(CommandTree.grow(), List.of("user")))
                .contains("technician, lead, manager, administrator or auditor");
        assertThat(HelpPage.of(CommandTree.grow(), List.of("import")))
                .contains("Several values in one cell", "marta@acme.it;luca@acme.it");
        assertThat(operator.types("help", "user", "create")).isZero();
        assertThat(operator.types("user", "create", "--help")).isZero();
        assertThat(operator.types("help", "dance")).isEqualTo(2);
        assertThat(operator.said()).isEqualToIgnoringNewLines("There is no command dance. See: pronto help");
    }

    @Test
    void the_version_and_the_help_need_no_database() {
        assertThat(operator.types("version")).isZero();
        assertThat(operator.types("help")).isZero();
        assertThat(operator.said()).isEmpty();
    }

    @Test
    void settings_are_taken_from_anywhere_in_the_line() {
        var words = Words.of("--home", "/srv/pronto", "user", "create", "--pronto.http.port=0", "--name", "Ada");

        assertThat(words.settings()).containsExactly("--pronto.home=/srv/pronto", "--pronto.http.port=0");
        assertThat(words.command()).containsExactly("user", "create", "--name", "Ada");
    }
}
