package pronto.sla.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pronto.sla.Plans;
import pronto.sla.Priority;
import pronto.sla.Silence;
import pronto.sla.SupportPlan;
import pronto.sla.plans.Lengths;
import pronto.sla.plans.PlanFit;
import pronto.ui.View;

/** One support plan, to read or to change: an empty one for a new plan. */
public record PlanView(
        @Nullable SupportPlan plan,
        String name,
        int version,
        List<String> calendars,
        List<Written> history,
        List<String> touches,
        long customers,
        boolean mayChange)
        implements View {

    /** What held or will hold from some moment on; without one, from the beginning. */
    public record Written(@Nullable Instant from, boolean now, boolean coming, String by, Instant at) {}

    /** The plan alone, for who compares. */
    static PlanView of(@Nullable SupportPlan plan) {
        return new PlanView(plan, "", 0, List.of(), List.of(), List.of(), 0, false);
    }

    static final List<String> TARGETS = List.of("pickup", "answer", "update", "resolution");

    static List<Written> history(List<Plans.Version> versions, Instant now) {
        var standing = versions.stream()
                .filter(version -> !version.from().isAfter(now))
                .findFirst()
                .orElse(null);
        return versions.stream()
                .map(version -> new Written(
                        version.from().equals(Plans.EVER) ? null : version.from(),
                        version == standing,
                        version.from().isAfter(now),
                        version.writtenBy(),
                        version.writtenAt()))
                .toList();
    }

    public boolean isNew() {
        return plan == null;
    }

    public String path() {
        return plan == null ? Where.PLANS : Where.plan(plan.name());
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }

    public List<String> targets() {
        return TARGETS;
    }

    public List<String> kinds() {
        return PlanFit.KINDS;
    }

    public List<String> channels() {
        return PlanFit.CHANNELS;
    }

    public boolean has(String channel) {
        return plan == null ? channel.equals("email") : plan.channels().contains(channel);
    }

    public boolean counts(String calendar) {
        return plan != null && plan.hours().equals(calendar);
    }

    public boolean countsCritical(String calendar) {
        return plan != null && calendar.equals(plan.criticalHours());
    }

    public String field(Priority priority, String target) {
        return "targets." + priority.name() + "." + target;
    }

    public String promised(Priority priority, String target) {
        if (plan == null) {
            return "";
        }
        var targets = plan.of(priority);
        return Lengths.shown(
                switch (target) {
                    case "pickup" -> targets.pickup();
                    case "answer" -> targets.answer();
                    case "update" -> targets.update();
                    case "resolution" -> targets.resolution();
                    default -> targets.resolutionByKind().get(target.substring("resolutionByKind.".length()));
                });
    }

    public String reminders() {
        return silence().reminders().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public String closing() {
        var closing = silence().closing();
        return closing == null ? "" : closing.toString();
    }

    private Silence silence() {
        return plan == null ? Silence.STANDARD : plan.silence();
    }

    public boolean hasKinds() {
        return plan != null
                && plan.targets().values().stream()
                        .anyMatch(targets -> !targets.resolutionByKind().isEmpty());
    }
}
