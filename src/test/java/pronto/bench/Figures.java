package pronto.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What one benchmark measured: a table for people, and a line of JSON for each row. */
final class Figures {

    private final String bench;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Figures> more = new ArrayList<>();

    Figures(String bench) {
        this.bench = bench;
    }

    /** Adds a row; the names of its figures are the table's columns. */
    void row(Map<String, Object> figures) {
        rows.add(new LinkedHashMap<>(figures));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    /** Another table, printed after this one. */
    void also(Figures another) {
        more.add(another);
    }

    void print() {
        var columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        var widths = new LinkedHashMap<String, Integer>();
        for (var column : columns) {
            var widest = rows.stream()
                    .mapToInt(row -> text(row.getOrDefault(column, "")).length())
                    .max()
                    .orElse(0);
            widths.put(column, Math.max(widest, column.length()));
        }
        System.out.println();
        System.out.println("## " + bench);
        System.out.println(line(columns, widths, column -> column));
        System.out.println(columns.stream()
                .map(column -> "-".repeat(widths.getOrDefault(column, 1)))
                .collect(Collectors.joining("-|-", "|-", "-|")));
        for (var row : rows) {
            System.out.println(line(columns, widths, column -> text(row.getOrDefault(column, ""))));
        }
        notes.forEach(System.out::println);
        System.out.println();
        for (var row : rows) {
            System.out.println(json(row));
        }
        more.forEach(Figures::print);
    }

    private static String line(
            List<String> columns, Map<String, Integer> widths, java.util.function.Function<String, String> cell) {
        return columns.stream()
                .map(column -> String.format("%-" + widths.getOrDefault(column, 1) + "s", cell.apply(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number -> String.format(Locale.ROOT, number >= 100 ? "%.0f" : "%.2f", number);
            default -> value.toString();
        };
    }

    private String json(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":"
                        + (entry.getValue() instanceof Number
                                ? text(entry.getValue())
                                : "\"" + entry.getValue() + "\""))
                .collect(Collectors.joining(",", "{\"bench\":\"" + bench + "\",", "}"));
    }
}
