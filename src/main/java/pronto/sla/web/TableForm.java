package pronto.sla.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pronto.runtime.Spelling;
import pronto.sla.Impact;
import pronto.sla.Impact.Factor;
import pronto.sla.Priority;
import pronto.sla.PriorityTable;
import pronto.ui.Invalid;

/** A priority table as a form sends it; a rule in which no factor is chosen is none. */
final class TableForm {

    static final List<Priority> THRESHOLDS = List.of(Priority.P1, Priority.P2, Priority.P3);

    private TableForm() {}

    static PriorityTable read(Map<String, String> typed) {
        var points = new EnumMap<Factor, List<Integer>>(Factor.class);
        for (var factor : Factor.values()) {
            var field = "points." + Spelling.of(factor);
            points.put(
                    factor,
                    factor.choices().stream()
                            .map(choice -> number(typed, field + "." + Spelling.of(choice), field))
                            .toList());
        }
        var from = new EnumMap<Priority, Integer>(Priority.class);
        THRESHOLDS.forEach(
                priority -> from.put(priority, number(typed, "thresholds." + priority, "thresholds." + priority)));
        return new PriorityTable(points, from, rules(typed));
    }

    private static int number(Map<String, String> typed, String name, String field) {
        try {
            return Integer.parseInt(typed.getOrDefault(name, "").strip());
        } catch (NumberFormatException notANumber) {
            throw new Invalid("points-out-of-range", field, Map.of("most", PriorityTable.MOST_POINTS));
        }
    }

    private static List<PriorityTable.Rule> rules(Map<String, String> typed) {
        var rules = new ArrayList<PriorityTable.Rule>();
        for (var number = 0; typed.containsKey("rule" + number + ".priority"); number++) {
            var name = "rule" + number;
            var when = new HashMap<Factor, Enum<?>>();
            Stream.of(Factor.values()).forEach(factor -> {
                var spelled = typed.getOrDefault(name + "." + Spelling.of(factor), "");
                if (!spelled.isBlank()) {
                    when.put(factor, Impact.read(factor, spelled, "rules"));
                }
            });
            if (!when.isEmpty()) {
                rules.add(new PriorityTable.Rule(
                        when, Priority.read(typed.getOrDefault(name + ".priority", ""), "rules")));
            }
        }
        return rules;
    }
}
