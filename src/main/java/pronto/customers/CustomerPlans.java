package pronto.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** Which support plan a customer had, has and will have: by name, also where there is no such plan yet. */
public interface CustomerPlans {

    /** For who writes without having looked before; others refuse periods they have not seen. */
    Consumer<List<Period>> ANY = periods -> {};

    /** From some moment until another; without a beginning it has been so for as long as is known. */
    record Period(
            @Nullable String plan,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant writtenAt,
            @Nullable String writtenBy) {}

    Optional<String> on(long customer, Instant at);

    /** The latest first. */
    List<Period> of(long customer);

    /** The customer has this plan from then on, until the next change that is written; null is none. */
    void change(long customer, @Nullable String plan, Instant from, Consumer<List<Period>> seen, Actor actor);

    /** Takes back a change that has not begun. */
    void takeBack(long customer, Instant from, Consumer<List<Period>> seen, Actor actor);
}
