package pronto.staff.signin;

import java.time.Duration;
import java.time.Instant;
import pronto.staff.Technician;

/** Somebody's visit with one browser. {@code csrf} is what its own pages know and others do not. */
public record Session(
        long id,
        Technician technician,
        String csrf,
        Instant createdAt,
        Instant seenAt,
        String address,
        String browser) {

    /** Unused for so long it ends. */
    static final Duration IDLE = Duration.ofHours(8);

    /** It never lasts longer. */
    public static final Duration LONGEST = Duration.ofDays(7);
}
