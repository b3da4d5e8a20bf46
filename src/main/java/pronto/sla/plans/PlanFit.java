package pronto.sla.plans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pronto.sla.PlanSaid;
import pronto.sla.Priority;
import pronto.sla.Silence;
import pronto.sla.SupportPlan;
import pronto.sla.Targets;
import pronto.ui.Invalid;

/** Makes a plan of what somebody wrote, or says which field cannot be so. */
public final class PlanFit {

    public static final List<String> CHANNELS = List.of("email", "phone", "portal", "api", "monitor");
    public static final List<String> KINDS =
            List.of("answer", "guideline", "serviceProvided", "workaround", "hotfix", "other");

    private static final int MOST_REMINDERS = 5;
    private static final int LONGEST_SILENCE = 90;

    private PlanFit() {}

    static SupportPlan of(String name, PlanSaid said) {
        var targets = new EnumMap<Priority, Targets>(Priority.class);
        Objects.requireNonNullElse(said.targets(), Map.<String, PlanSaid.@Nullable Promises>of())
                .forEach((priority, promises) ->
                        targets.put(priority(priority), promises == null ? Targets.NONE : targets(priority, promises)));
        var plan = new SupportPlan(
                name,
                channels(Objects.requireNonNullElse(said.channels(), List.of())),
                Invalid.required(said.hours(), "hours").strip(),
                said.criticalHours() == null || said.criticalHours().isBlank()
                        ? null
                        : said.criticalHours().strip(),
                targets,
                silence(said.silence()));
        Contradictions.refuse(plan);
        return plan;
    }

    private static Silence silence(PlanSaid.@Nullable Waiting said) {
        if (said == null) {
            return Silence.STANDARD;
        }
        var days = Objects.requireNonNullElse(said.reminders(), List.<Integer>of());
        var all = new ArrayList<>(days);
        if (said.closing() != null) {
            all.add(said.closing());
        }
        var last = 0;
        for (var day : all) {
            if (day <= last || day > LONGEST_SILENCE) {
                throw new Invalid("silence-backwards", "silence", Map.of("most", LONGEST_SILENCE));
            }
            last = day;
        }
        if (days.size() > MOST_REMINDERS) {
            throw new Invalid("too-many-reminders", "silence", Map.of("most", MOST_REMINDERS));
        }
        return new Silence(days, said.closing());
    }

    private static Set<String> channels(List<String> said) {
        var channels = new TreeSet<String>();
        for (var i = 0; i < said.size(); i++) {
            var channel = said.get(i).strip();
            if (!CHANNELS.contains(channel)) {
                throw unknown("channel-unknown", "channels[" + i + "]", said.get(i), CHANNELS);
            }
            channels.add(channel);
        }
        return channels;
    }

    private static Priority priority(String said) {
        for (var priority : Priority.values()) {
            if (priority.name().equals(said)) {
                return priority;
            }
        }
        throw unknown("priority-unknown", "targets." + said, said, List.of("P1", "P2", "P3", "P4"));
    }

    private static Targets targets(String priority, PlanSaid.Promises said) {
        var field = "targets." + priority + ".";
        var byKind = new TreeMap<String, Duration>();
        Objects.requireNonNullElse(said.resolutionByKind(), Map.<String, @Nullable String>of())
                .forEach((kind, duration) -> {
                    if (!KINDS.contains(kind)) {
                        throw unknown("kind-unknown", field + "resolutionByKind." + kind, kind, KINDS);
                    }
                    var read = Promised.read(duration, field + "resolutionByKind." + kind);
                    if (read != null) {
                        byKind.put(kind, read);
                    }
                });
        return new Targets(
                Promised.read(said.pickup(), field + "pickup"),
                Promised.read(said.answer(), field + "answer"),
                Promised.read(said.update(), field + "update"),
                Promised.read(said.resolution(), field + "resolution"),
                byKind);
    }

    private static Invalid unknown(String name, String field, String said, List<String> known) {
        return new Invalid(name, field, Map.of("said", said, "known", String.join(", ", known)));
    }
}
