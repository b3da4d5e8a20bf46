package pronto.sla.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import pronto.sla.PlanUse;
import pronto.sla.Plans;
import pronto.ui.Text;

/** Whom a change touches, as far as those say who go by plans. */
@Component
class Touched {

    private static final int SHOWN = 50;

    private final ObjectProvider<PlanUse> uses;
    private final Plans plans;

    Touched(ObjectProvider<PlanUse> uses, Plans plans) {
        this.uses = uses;
        this.plans = plans;
    }

    /** {@code 6 customers}, {@code 14 open tickets}. */
    List<String> by(Collection<String> plans, Text text) {
        return uses.stream()
                .sorted(Comparator.comparingInt(PlanUse::order))
                .map(use -> text.of(use.word(), "count", plans.isEmpty() ? 0 : use.count(plans)))
                .toList();
    }

    /** Those that hold a plan: its customers. */
    long holding(String plan) {
        return uses.stream()
                .filter(PlanUse::holds)
                .mapToLong(use -> use.count(List.of(plan)))
                .sum();
    }

    /** Plans that somebody has and nobody has written. */
    Map<String, Long> unknown() {
        Set<String> known = plans.all().stream()
                .map(version -> version.plan().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var unknown = new LinkedHashMap<String, Long>();
        uses.stream()
                .forEach(use -> use.named(SHOWN).forEach((name, count) -> {
                    if (!known.contains(name.toLowerCase(Locale.ROOT))) {
                        unknown.merge(name, count, Long::sum);
                    }
                }));
        return unknown;
    }
}
