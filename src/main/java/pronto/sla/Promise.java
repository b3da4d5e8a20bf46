package pronto.sla;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a clock is held to: so much time, counted in these hours; no time is no promise. */
public record Promise(@Nullable Duration target, WorkingHours hours) {}
