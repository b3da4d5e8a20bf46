package pronto.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.View;

/** What we run, by key, or what fits some words. */
public record CatalogView(
        String words,
        String kind,
        List<Line> lines,
        @Nullable String next,
        boolean mayWrite) implements View {

    /** One part in the list. */
    public record Line(Drawn part, String team) {}

    /** What one may look at alone. */
    public static final List<String> KINDS = List.of("all", "service", "component", "environment", "retired");

    public boolean isAt(String kind) {
        return this.kind.equals(kind);
    }

    public boolean nothingYet() {
        return lines.isEmpty() && words.isEmpty() && isAt("all");
    }
}
