package pronto.sla.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.sla.Calendar;
import pronto.sla.Priority;
import pronto.sla.SupportPlan;
import pronto.sla.plans.PlanFit;
import pronto.ui.Text;

/** What differs between a plan as it is and as it would be. */
final class PlanChanges {

    private PlanChanges() {}

    static List<PreviewView.Change> of(@Nullable SupportPlan before, SupportPlan after, Text text) {
        var changes = new ArrayList<PreviewView.Change>();
        add(changes, text.of("sla.plan.channels"), channels(before, text), channels(after, text));
        add(
                changes,
                text.of("sla.plan.hours"),
                before == null ? "" : hours(before.hours(), text),
                hours(after.hours(), text));
        add(
                changes,
                text.of("sla.plan.criticalHours"),
                before == null ? "" : hours(before.hoursOf(Priority.P1), text),
                hours(after.hoursOf(Priority.P1), text));
        var was = PlanView.of(before);
        var is = PlanView.of(after);
        for (var priority : Priority.values()) {
            for (var target : PlanView.TARGETS) {
                add(
                        changes,
                        priority.name() + ", " + text.of("sla.target." + target),
                        was.promised(priority, target),
                        is.promised(priority, target));
            }
            for (var kind : PlanFit.KINDS) {
                var target = "resolutionByKind." + kind;
                add(
                        changes,
                        priority.name() + ", " + text.of("sla.kind." + kind),
                        was.promised(priority, target),
                        is.promised(priority, target));
            }
        }
        add(changes, text.of("sla.plan.reminders"), before == null ? "" : was.reminders(), is.reminders());
        add(changes, text.of("sla.plan.closing"), before == null ? "" : was.closing(), is.closing());
        return changes;
    }

    private static String hours(String calendar, Text text) {
        return calendar.equals(Calendar.ALWAYS.name()) ? text.of("sla.calendar.always") : calendar;
    }

    private static String channels(@Nullable SupportPlan plan, Text text) {
        return plan == null
                ? ""
                : text.list(PlanFit.CHANNELS.stream()
                        .filter(plan.channels()::contains)
                        .map(channel -> text.of("sla.channel." + channel))
                        .toList());
    }

    private static void add(List<PreviewView.Change> changes, String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new PreviewView.Change(what, was.isEmpty() ? "–" : was, is.isEmpty() ? "–" : is));
        }
    }
}
