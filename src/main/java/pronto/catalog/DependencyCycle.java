package pronto.catalog;

import java.util.List;
import java.util.Map;
import pronto.ui.Refusal;

/** What depends on something cannot be what that depends on; the way round is named. */
public final class DependencyCycle extends Refusal {

    public DependencyCycle(String field, List<String> way) {
        super(Kind.CONFLICT, field, Map.of("part", way.getFirst(), "on", way.get(1), "way", String.join(" → ", way)));
    }

    @Override
    public String name() {
        return "dependency-cycle";
    }
}
