package pronto.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pronto.sla.hours.Day;
import pronto.sla.hours.Reckoning;

/** Time as a calendar counts it: to the microsecond, fast, and safe to share. Hold on to it: it remembers what it reckoned. */
public final class WorkingHours {

    private final Calendar calendar;
    private final Reckoning reckoning;

    private WorkingHours(Calendar calendar) {
        this.calendar = calendar;
        this.reckoning = new Reckoning(calendar);
    }

    /** Refuses a calendar that names holidays nobody knows. */
    public static WorkingHours of(Calendar calendar) {
        return new WorkingHours(calendar);
    }

    public Calendar calendar() {
        return calendar;
    }

    /** When a promise given at this moment is used up; used up exactly at closing time, it is due then. */
    public Instant due(Instant start, Duration promise) {
        return reckoning.due(start, promise);
    }

    /** How much working time lies between two moments; none where the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        return reckoning.between(from, to);
    }

    public boolean openAt(Instant moment) {
        return reckoning.openAt(moment);
    }

    /** The next moment at which somebody is at work, this one included. */
    public Instant opening(Instant moment) {
        return reckoning.opening(moment);
    }

    /** Where the time between two moments went, for people who ask why. */
    List<Day> days(Instant from, Instant to) {
        return reckoning.days(from, to);
    }
}
