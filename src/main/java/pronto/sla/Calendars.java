package pronto.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import pronto.timeline.Actor;

/**
 * The calendars of working hours. What a calendar says now counts for all time, for a correction puts right what was
 * wrong before; what it said earlier is kept, to explain.
 */
public interface Calendars {

    /** A calendar as it was written at some time. */
    record Version(Calendar calendar, int version, Instant writtenAt, String writtenBy) {}

    /** What is there now, and whether it is new. */
    record Written(Version version, boolean added) {}

    /** As it is now; {@code always} is one too. */
    Optional<Calendar> named(String name);

    Optional<Version> current(String name);

    /** By name, without the one that is always there. */
    List<Version> all();

    /** The newest first. */
    List<Version> versions(String name);

    /** The names of the plans that count in this calendar, did so, or will. */
    List<String> plansOf(String calendar);

    /** The calendar that this would be, or what is wrong with it. */
    Calendar fit(String name, CalendarSaid said);

    /** {@code seen} is given the version there is, 0 for none. */
    Written put(String name, CalendarSaid said, IntConsumer seen, Actor actor);

    /** Removes one that no plan names. */
    void remove(String name, IntConsumer seen, Actor actor);
}
