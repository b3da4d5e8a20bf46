package pronto.ui.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as the API gives it; {@code next} is null at its end. */
public record Slice<T>(List<T> items, @Nullable String next) {

    public static <T> Slice<T> whole(List<T> items) {
        return new Slice<>(items, null);
    }
}
