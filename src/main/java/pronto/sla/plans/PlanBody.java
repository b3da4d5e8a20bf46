package pronto.sla.plans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;
import pronto.sla.Targets;

/** A support plan as programs see it, and as it is kept. */
public record PlanBody(
        String name,
        List<String> channels,
        String hours,
        @Nullable String criticalHours,
        Map<String, Promises> targets,
        Waiting silence) {

    /** What is promised for one priority; null is no promise. */
    public record Promises(
            @Nullable String pickup,
            @Nullable String answer,
            @Nullable String update,
            @Nullable String resolution,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, String> resolutionByKind) {

        static Promises of(Targets targets) {
            var byKind = new TreeMap<String, String>();
            targets.resolutionByKind().forEach((kind, duration) -> byKind.put(kind, duration.toString()));
            return new Promises(
                    written(targets.pickup()),
                    written(targets.answer()),
                    written(targets.update()),
                    written(targets.resolution()),
                    byKind.isEmpty() ? null : byKind);
        }

        private static @Nullable String written(@Nullable Duration duration) {
            return Promised.written(duration);
        }
    }

    /** Days of silence until each reminder, and until the ticket is put aside; null is never. */
    public record Waiting(List<Integer> reminders, @Nullable Integer closing) {}

    public static PlanBody of(SupportPlan plan) {
        var targets = new TreeMap<String, Promises>();
        for (var priority : Priority.values()) {
            targets.put(priority.name(), Promises.of(plan.of(priority)));
        }
        return new PlanBody(
                plan.name(),
                PlanFit.CHANNELS.stream().filter(plan.channels()::contains).toList(),
                plan.hours(),
                plan.criticalHours(),
                targets,
                new Waiting(plan.silence().reminders(), plan.silence().closing()));
    }
}
