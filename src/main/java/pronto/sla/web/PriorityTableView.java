package pronto.sla.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/**
 * The priority table, to read and to change: points, thresholds, rules, and its versions. {@code looking} is an earlier
 * version that is looked at, {@code now} the one that holds.
 */
public record PriorityTableView(
        long now,
        @Nullable Long looking,
        List<Row> rows,
        List<Cell> thresholds,
        List<RuleRow> rules,
        List<Past> past,
        int waiting,
        boolean mayChange,
        @Nullable PriorityPreview preview)
        implements View {

    /** A factor with the points of each of its values. */
    public record Row(String field, String word, List<Cell> cells) {}

    public record Cell(String name, String word, int points) {}

    /** A rule: for each factor from which value on, or nothing. */
    public record RuleRow(int number, List<Choice> factors, List<Option> priorities) {

        public boolean blank() {
            return factors.stream().allMatch(factor -> factor.options().stream().noneMatch(Option::chosen));
        }
    }

    public record Choice(String name, String word, List<Option> options) {}

    public record Option(String value, String word, boolean chosen) {}

    public record Past(
            long number, Instant at, String by, @Nullable Long restores) {}
}
