package pronto.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People who share a queue: how deep they look, what they know, which languages they speak. One that was removed keeps
 * its name, so that old tickets can tell it. At the mark {@code escalatesAt} of a clock, in hundredths of the promise, a
 * ticket that nobody moved goes to the next tier by itself; null is never.
 */
public record Team(
        long id,
        String name,
        boolean removed,
        Tier tier,
        List<String> skills,
        List<String> languages,
        @Nullable Integer escalatesAt) {

    /** The marks that may be chosen. */
    public static final List<Integer> MARKS = List.of(50, 75, 90, 100);
}
