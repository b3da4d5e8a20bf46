package pronto.sla;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pronto.ui.api.Needed;

/** A support plan as somebody writes it: to the API, in a file, on a screen. */
public record PlanSaid(
        @Nullable String name,
        @Nullable List<String> channels,
        @Needed @Nullable String hours,
        @Nullable String criticalHours,
        @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable Promises> targets,
        @Nullable Waiting silence) {

    public PlanSaid(
            @Nullable String name,
            @Nullable List<String> channels,
            @Nullable String hours,
            @Nullable String criticalHours,
            @Nullable Map<String, @Nullable Promises> targets) {
        this(name, channels, hours, criticalHours, targets, null);
    }

    /** Days of silence until each reminder, and until the ticket is put aside; without the last it never is. */
    public record Waiting(
            @Nullable List<Integer> reminders, @Nullable Integer closing) {}

    /** Durations as {@code PT8H}; null where nothing is promised. */
    public record Promises(
            @Nullable String pickup,
            @Nullable String answer,
            @Nullable String update,
            @Nullable String resolution,
            @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable String> resolutionByKind) {}
}
