package pronto.sla;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** What a plan promises for one priority, in hours of its calendar; null is no promise. */
public record Targets(
        @Nullable Duration pickup,
        @Nullable Duration answer,
        @Nullable Duration update,
        @Nullable Duration resolution,
        Map<String, Duration> resolutionByKind) {

    public static final Targets NONE = new Targets(null, null, null, null, Map.of());

    public Targets {
        resolutionByKind = Map.copyOf(resolutionByKind);
        Stream.concat(Stream.of(pickup, answer, update, resolution), resolutionByKind.values().stream())
                .filter(Objects::nonNull)
                .forEach(Targets::positive);
    }

    private static void positive(Duration target) {
        if (!target.isPositive()) {
            throw new Invalid("target-not-positive", "targets");
        }
    }
}
