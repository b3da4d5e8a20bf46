package pronto.sla;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought: the channels it may use, the calendar its time is counted in ({@code criticalHours} for P1),
 * what is promised for each priority, and how long we wait when they say nothing.
 */
public record SupportPlan(
        String name,
        Set<String> channels,
        String hours,
        @Nullable String criticalHours,
        Map<Priority, Targets> targets,
        Silence silence) {

    public SupportPlan {
        channels = Set.copyOf(channels);
        var each = new EnumMap<Priority, Targets>(Priority.class);
        for (var priority : Priority.values()) {
            each.put(priority, targets.getOrDefault(priority, Targets.NONE));
        }
        targets = Collections.unmodifiableMap(each);
    }

    /** One that says nothing of silence. */
    public SupportPlan(
            String name,
            Set<String> channels,
            String hours,
            @Nullable String criticalHours,
            Map<Priority, Targets> targets) {
        this(name, channels, hours, criticalHours, targets, Silence.STANDARD);
    }

    public Targets of(Priority priority) {
        return targets.getOrDefault(priority, Targets.NONE);
    }

    /** The name of the calendar that counts for this priority; before screening it is the ordinary one. */
    public String hoursOf(@Nullable Priority priority) {
        return priority == Priority.P1 && criticalHours != null ? criticalHours : hours;
    }
}
