package pronto.ui.api;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a change: absent means unchanged, null means cleared. A record component of this type tells the three
 * apart.
 */
@JsonDeserialize(using = GivenReader.class)
public sealed interface Given<T> {

    /** The request did not name the field. */
    record Absent<T>() implements Given<T> {}

    record Present<T>(@Nullable T value) implements Given<T> {}

    static <T> Given<T> absent() {
        return new Absent<>();
    }

    static <T> Given<T> of(@Nullable T value) {
        return new Present<>(value);
    }

    default boolean present() {
        return this instanceof Present;
    }

    /** What was sent, or what there is. */
    default @Nullable T or(@Nullable T existing) {
        return this instanceof Present<T> present ? present.value() : existing;
    }

    default void ifPresent(Consumer<@Nullable T> use) {
        if (this instanceof Present<T> present) {
            use.accept(present.value());
        }
    }
}
