package pronto.sla.plans;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pronto.ui.Invalid;

/** A duration as programs write it: {@code PT8H}. Days are refused: of 24 hours or of working hours, nobody could tell. */
public final class Promised {

    private static final Pattern DAYS = Pattern.compile("(?i)[+-]?P[^T]*\\d+[DWMY].*");
    private static final Duration LONGEST = Duration.ofHours(10_000);

    private Promised() {}

    public static @Nullable Duration read(@Nullable String said, String field) {
        if (said == null || said.isBlank()) {
            return null;
        }
        if (DAYS.matcher(said.strip()).matches()) {
            throw new Invalid("duration-in-days", field, Map.of("duration", said));
        }
        return bounded(parsed(said, field), said, field);
    }

    private static Duration parsed(String said, String field) {
        try {
            return Duration.parse(said.strip());
        } catch (DateTimeException notADuration) {
            throw new Invalid("not-a-duration", field, Map.of("duration", said));
        }
    }

    private static Duration bounded(Duration duration, String said, String field) {
        if (!duration.isPositive()) {
            throw new Invalid("target-not-positive", field, Map.of("duration", said));
        }
        if (duration.compareTo(LONGEST) > 0 || duration.getNano() != 0) {
            throw new Invalid(
                    duration.getNano() == 0 ? "duration-too-long" : "not-a-duration",
                    field,
                    Map.of("duration", said, "most", LONGEST.toHours()));
        }
        return duration;
    }

    /** In hours, minutes and seconds, however many: Java does not write days either. */
    static @Nullable String written(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
