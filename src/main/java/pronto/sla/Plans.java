package pronto.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** The support plans; what one promises may change from some moment on. */
public interface Plans {

    /** From here on a plan holds that nobody dated. */
    Instant EVER = Instant.EPOCH;

    /** What a plan promises from some moment on. */
    record Version(SupportPlan plan, int version, Instant from, Instant writtenAt, String writtenBy) {}

    /** What was written, and whether the plan is new. */
    record Written(Version version, boolean added) {}

    /** What was promised at that moment; nothing where there is no plan of this name. */
    Optional<SupportPlan> on(String name, Instant at);

    /** What holds now, or else what will hold first. */
    Optional<Version> current(String name);

    /** The same of every plan, by name. */
    List<Version> all();

    /** What holds when, the latest first; what was written over later is there no more than its trace on the timeline. */
    List<Version> versions(String name);

    /** The plan that this would be, or what is wrong with it. */
    SupportPlan fit(String name, PlanSaid said);

    /**
     * Says what the plan promises from {@code from} on; where that is not said, a new plan holds for ever and a change
     * from now on. {@code seen} is given the version there is, 0 for none.
     */
    Written put(String name, PlanSaid said, @Nullable Instant from, IntConsumer seen, Actor actor);

    /** Writes the plans that we ship, those of them that are not there; an administrator asks for them. */
    void start(Actor actor);

    /** Removes one that nobody has. */
    void remove(String name, IntConsumer seen, Actor actor);
}
