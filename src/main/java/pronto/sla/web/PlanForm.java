package pronto.sla.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.sla.PlanSaid;
import pronto.sla.PlanSaid.Promises;
import pronto.sla.PlanSaid.Waiting;
import pronto.sla.Priority;
import pronto.sla.plans.Lengths;
import pronto.sla.plans.PlanFit;
import pronto.ui.Invalid;

/** What somebody typed of a plan; each field bears the name that a refusal gives it. */
record PlanForm(Map<String, String> typed, List<String> channels) {

    String name() {
        return Invalid.required(typed.get("name"), "name").strip();
    }

    PlanSaid said() {
        var targets = new LinkedHashMap<String, @Nullable Promises>();
        for (var priority : Priority.values()) {
            targets.put(priority.name(), promises("targets." + priority.name() + "."));
        }
        return new PlanSaid(null, channels, typed.get("hours"), typed.get("criticalHours"), targets, silence());
    }

    /** Days, as they are typed: {@code 2, 5}; what is no number is refused with the rest. */
    private @Nullable Waiting silence() {
        if (!typed.containsKey("reminders") && !typed.containsKey("closing")) {
            return null;
        }
        var reminders = Stream.of(typed.getOrDefault("reminders", "").split("[,;\\s]+"))
                .filter(day -> !day.isBlank())
                .map(PlanForm::days)
                .toList();
        var closing = typed.getOrDefault("closing", "").strip();
        return new Waiting(reminders, closing.isEmpty() ? null : days(closing));
    }

    private static Integer days(String typed) {
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : 0;
    }

    private Promises promises(String field) {
        var byKind = new LinkedHashMap<String, @Nullable String>();
        for (var kind : PlanFit.KINDS) {
            byKind.put(kind, length(field + "resolutionByKind." + kind));
        }
        return new Promises(
                length(field + "pickup"),
                length(field + "answer"),
                length(field + "update"),
                length(field + "resolution"),
                byKind);
    }

    private @Nullable String length(String field) {
        return Lengths.typed(typed.get(field));
    }

    /** The first moment of the day that was typed; null is now. */
    @Nullable Instant from(ZoneId zone) {
        return day(typed.get("from"), zone);
    }

    static @Nullable Instant day(@Nullable String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1990 && day.getYear() <= 2199) {
                return day.atStartOfDay(zone).toInstant();
            }
        } catch (DateTimeException notADate) {
            // the same refusal as for a date out of reach
        }
        throw new Invalid("not-a-date", "from", Map.of("date", typed));
    }

    /** The version the form was drawn from; 0 is that of a new plan. */
    int version() {
        var version = typed.getOrDefault("version", "0");
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
