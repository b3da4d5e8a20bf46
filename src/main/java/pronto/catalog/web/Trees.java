package pronto.catalog.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import pronto.catalog.Catalog;
import pronto.catalog.Catalog.Line;
import pronto.catalog.Dependency;
import pronto.catalog.Part;

/** The graph around one part as two trees, as far as it can be taken in at a glance. */
@Component
class Trees {

    private static final int DEPTH = 3;
    private static final int LINES = 300;

    private final Catalog catalog;

    Trees(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Branch> above(Part part, String language) {
        return new Growing(part, true, language).branches(part.key(), 0);
    }

    List<Branch> below(Part part, String language) {
        return new Growing(part, false, language).branches(part.key(), 0);
    }

    private final class Growing {

        private final boolean upwards;
        private final String language;
        private final Map<String, List<Line>> lines = new LinkedHashMap<>();
        private final Map<String, Part> parts;
        private final Set<String> drawn = new HashSet<>();

        Growing(Part root, boolean upwards, String language) {
            this.upwards = upwards;
            this.language = language;
            var keys = new TreeSet<String>();
            // One step further than is drawn, to know what goes on.
            for (var line : catalog.around(root, upwards, DEPTH + 1, LINES)) {
                lines.computeIfAbsent(upwards ? line.to() : line.from(), missing -> new ArrayList<>())
                        .add(line);
                keys.add(other(line));
            }
            parts = catalog.find(keys);
            drawn.add(root.key());
        }

        List<Branch> branches(String at, int depth) {
            var branches = new ArrayList<Branch>();
            for (var line : lines.getOrDefault(at, List.of())) {
                var part = parts.get(other(line));
                if (part != null) {
                    branches.add(branch(line, part, depth));
                }
            }
            return branches;
        }

        private Branch branch(Line line, Part part, int depth) {
            var further = lines.containsKey(part.key());
            var again = !drawn.add(part.key());
            var deepest = depth + 1 >= DEPTH;
            return new Branch(
                    Drawn.of(part, language),
                    line.how() == Dependency.RUNS_ON,
                    again && further,
                    deepest && further && !again,
                    again || deepest ? List.of() : branches(part.key(), depth + 1));
        }

        private String other(Line line) {
            return upwards ? line.from() : line.to();
        }
    }
}
