package pronto.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import pronto.Pronto;

/** The house is as the picture says: calls go down, and the top of a folder is its face. */
class ModularityTest {

    /** The rows from below; a module uses only those below its own, and the first row is shared by all. */
    static final List<List<String>> ROWS = List.of(
            List.of("ui", "runtime", "timeline", "files"),
            List.of("channels", "search", "sla"),
            List.of("staff"),
            List.of("catalog", "knowledge"),
            List.of("customers"),
            List.of("tickets"),
            List.of("demo"));

    private final ApplicationModules modules = ApplicationModules.of(Pronto.class);

    @Test
    void every_module_uses_only_what_its_package_info_allows() {
        modules.verify();
    }

    @Test
    void calls_go_down_the_rows() {
        var rows = rows();
        modules.forEach(module -> {
            var row = rows.getOrDefault(nameOf(module), -1);
            assertThat(row)
                    .as(
                            "the module %s has no row: write it into ModularityTest and docs/architecture.md",
                            nameOf(module))
                    .isNotNegative();
            module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(ModularityTest::nameOf)
                    .forEach(used -> assertThat(row == 0 || rows.getOrDefault(used, -1) < row)
                            .as(
                                    "%s uses %s, which does not lie below it: use an event or a value",
                                    nameOf(module), used)
                            .isTrue());
        });
    }

    private static String nameOf(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static Map<String, Integer> rows() {
        var rows = new HashMap<String, Integer>();
        for (var row = 0; row < ROWS.size(); row++) {
            for (var module : ROWS.get(row)) {
                rows.put(module, row);
            }
        }
        return rows;
    }
}
