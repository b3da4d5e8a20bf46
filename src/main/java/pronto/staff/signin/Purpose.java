package pronto.staff.signin;

import java.time.Duration;

/** What a one-time link is for, and how long it opens anything. */
public enum Purpose {
    /** Makes the first administrator. */
    FIRST(Duration.ofHours(72)),
    /** Lets somebody in who was just hired. */
    INVITE(Duration.ofHours(72)),
    /** Lets somebody in who asked for it, with or without a new password. */
    SIGN_IN(Duration.ofMinutes(30));

    private final Duration lasts;

    Purpose(Duration lasts) {
        this.lasts = lasts;
    }

    Duration lasts() {
        return lasts;
    }
}
