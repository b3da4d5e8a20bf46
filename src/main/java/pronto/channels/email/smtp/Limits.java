package pronto.channels.email.smtp;

import java.time.Duration;

/** What one peer may ask of us before we hang up. */
public record Limits(
        long size,
        int recipients,
        int connections,
        int connectionsEach,
        int mailsAMinute,
        int commands,
        int errors,
        int hops,
        Duration command,
        Duration data) {

    public static Limits ofSize(long size) {
        return new Limits(size, 1000, 400, 100, 600, 20_000, 20, 100, Duration.ofMinutes(5), Duration.ofMinutes(30));
    }
}
