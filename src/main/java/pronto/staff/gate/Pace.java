package pronto.staff.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import pronto.runtime.Settings;

/**
 * How fast a token may ask: so many requests a second, and those of ten seconds at once. It keeps one program from taking
 * this node away from the people; so each node counts for itself, in memory, where counting costs nothing: a row in the
 * database for each request would be the very load that it is to prevent.
 */
@Component
class Pace {

    private static final int SECONDS_AT_ONCE = 10;

    /** What a token has left, as of an instant. */
    private record Left(double requests, Instant at) {}

    private final double perSecond;
    private final InstantSource time;
    private final Map<Long, Left> byToken = new ConcurrentHashMap<>();

    @Autowired
    Pace(Settings settings, InstantSource time) {
        this(settings.api().rate(), time);
    }

    Pace(int perSecond, InstantSource time) {
        this.perSecond = perSecond;
        this.time = time;
    }

    /** Counts a request, or refuses it. */
    void count(long token) {
        if (perSecond < 0) {
            return;
        }
        var left = byToken.merge(token, new Left(most() - 1, time.instant()), (before, fresh) -> {
            var now = fresh.at().isBefore(before.at()) ? before.at() : fresh.at();
            var refilled = before.requests()
                    + perSecond * Duration.between(before.at(), now).toMillis() / 1000;
            // Who goes on asking when nothing is left is not put off for ever: a refused request costs nothing.
            return new Left(Math.max(-1, Math.min(most(), refilled) - 1), now);
        });
        if (left.requests() < 0) {
            throw new TooManyRequests(Duration.ofMillis((long) Math.ceil(-left.requests() / perSecond * 1000)));
        }
    }

    private double most() {
        return perSecond * SECONDS_AT_ONCE;
    }
}
