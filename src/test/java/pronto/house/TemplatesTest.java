package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates keep to their module, escape everything, and leave scripts and styles to files. */
class TemplatesTest {

    private static final Pattern IMPORT = Pattern.compile("@import pronto\\.([a-z]+)");
    private static final Pattern PART = Pattern.compile("@template\\.([a-z]+)\\.");
    private static final Pattern IN_LINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|\\shx-on|javascript:|js:");
    private static final Pattern VIEW = Pattern.compile("record \\w+\\([^{]*\\)\\s*implements View \\{");
    private static final Pattern EVALUATED = Pattern.compile("hx-trigger=\"[^\"]*\\[");

    /** The only places where markup is written as it is: the icons of ours. */
    private static final Set<String> UNSAFE = Set.of("ui/Shell.jte", "ui/Bare.jte", "staff/openapi/ApiView.jte");

    /** A redirection, and several parts in one answer: nothing of their own to draw. */
    private static final Set<String> PARTS_ONLY = Set.of("ui/Go.java", "ui/View.java");

    private final Map<String, String> templates = Sources.of(Sources.MAIN, ".jte");

    @Test
    void a_template_names_only_its_own_module_and_ui() {
        templates.forEach((file, template) -> {
            var own = List.of(file.substring(0, file.indexOf('/')), "ui");
            for (var pattern : new Pattern[] {IMPORT, PART}) {
                assertThat(pattern.matcher(template).results().map(found -> found.group(1)))
                        .as("%s: let the record carry what it shows", file)
                        .isSubsetOf(own);
            }
        });
    }

    @Test
    void every_view_has_a_template_of_its_name_beside_it() {
        Sources.of(Sources.MAIN, ".java").forEach((file, source) -> {
            if (VIEW.matcher(source).find() && !PARTS_ONLY.contains(file)) {
                assertThat(Sources.MAIN.resolve(file.replace(".java", ".jte")))
                        .as(file)
                        .exists();
            }
        });
    }

    @Test
    void nothing_is_written_unescaped() {
        templates.forEach((file, template) -> assertThat(template.contains("$unsafe") && !UNSAFE.contains(file))
                .as(file)
                .isFalse());
    }

    @Test
    void no_script_and_no_style_stands_in_line() {
        templates.forEach((file, template) -> {
            assertThat(IN_LINE.matcher(template).results().map(found -> found.group()))
                    .as(file)
                    .isEmpty();
            assertThat(EVALUATED.matcher(template).find())
                    .as("%s: a filter is evaluated, which the policy forbids", file)
                    .isFalse();
        });
    }
}
