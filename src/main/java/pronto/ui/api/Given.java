package pronto.ui.api;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a change: absent means unchanged, null means cleared. A record component of this type tells the three
 * apart. {@code present} is whether the request named the field.
 */
@JsonDeserialize(using = GivenReader.class)
public record Given<T>(boolean present, @Nullable T value) {

    public static <T> Given<T> absent() {
        return new Given<>(false, null);
    }

    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** What was sent, or what there is. */
    public @Nullable T or(@Nullable T existing) {
        return present ? value : existing;
    }

    public void ifPresent(Consumer<@Nullable T> use) {
        if (present) {
            use.accept(value);
        }
    }
}
