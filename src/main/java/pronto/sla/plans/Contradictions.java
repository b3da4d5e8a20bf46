package pronto.sla.plans;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;
import pronto.sla.Targets;
import pronto.ui.Invalid;

/** Promises that cannot stand together: a more urgent ticket would wait longer, or an answer be due before a pickup. */
final class Contradictions {

    private Contradictions() {}

    static void refuse(SupportPlan plan) {
        for (var priority : Priority.values()) {
            withinOne(priority, plan.of(priority));
        }
        for (var i = 1; i < Priority.values().length; i++) {
            between(plan, Priority.values()[i - 1], Priority.values()[i]);
        }
    }

    /** Pickup and answer run from when a ticket is opened; a resolution from its pickup. */
    private static void withinOne(Priority priority, Targets targets) {
        var pickup = targets.pickup();
        var answer = targets.answer();
        if (pickup != null && answer != null && answer.compareTo(pickup) < 0) {
            throw new Invalid(
                    "answer-before-pickup",
                    "targets." + priority + ".answer",
                    Map.of("priority", priority.name(), "answer", worded(answer), "pickup", worded(pickup)));
        }
        if (answer == null) {
            return;
        }
        resolutions(targets).forEach((field, resolution) -> {
            var end = resolution.plus(Objects.requireNonNullElse(pickup, Duration.ZERO));
            if (end.compareTo(answer) < 0) {
                throw new Invalid(
                        "resolution-before-answer",
                        "targets." + priority + "." + field,
                        Map.of(
                                "priority",
                                priority.name(),
                                "resolution",
                                worded(resolution),
                                "answer",
                                worded(answer)));
            }
        });
    }

    private static void between(SupportPlan plan, Priority urgent, Priority less) {
        var fields = new LinkedHashMap<>(all(plan.of(urgent)));
        all(plan.of(less)).forEach(fields::putIfAbsent);
        for (var field : fields.keySet()) {
            var first = all(plan.of(urgent)).get(field);
            var second = all(plan.of(less)).get(field);
            if (second != null && (first == null || first.compareTo(second) > 0)) {
                throw new Invalid(
                        first == null ? "target-missing" : "targets-backwards",
                        "targets." + urgent + "." + field,
                        Map.of(
                                "urgent",
                                urgent.name(),
                                "less",
                                less.name(),
                                "first",
                                first == null ? "" : worded(first),
                                "second",
                                worded(second)));
            }
        }
    }

    private static Map<String, Duration> all(Targets targets) {
        var all = new LinkedHashMap<String, Duration>();
        put(all, "pickup", targets.pickup());
        put(all, "answer", targets.answer());
        put(all, "update", targets.update());
        all.putAll(resolutions(targets));
        return all;
    }

    private static Map<String, Duration> resolutions(Targets targets) {
        var all = new LinkedHashMap<String, Duration>();
        put(all, "resolution", targets.resolution());
        targets.resolutionByKind().forEach((kind, duration) -> put(all, "resolutionByKind." + kind, duration));
        return all;
    }

    private static void put(Map<String, Duration> all, String field, @Nullable Duration duration) {
        if (duration != null) {
            all.put(field, duration);
        }
    }

    static String worded(Duration duration) {
        return Lengths.shown(duration);
    }
}
