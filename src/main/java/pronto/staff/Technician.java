package pronto.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.timeline.Actor;

/** One of our own people. */
public record Technician(
        long id,
        String email,
        String name,
        Role role,
        String language,
        @Nullable String timeZone,
        String theme,
        boolean singleKeys,
        @Nullable Instant awaySince,
        @Nullable Instant leftAt,
        List<Long> teams,
        List<String> skills,
        List<String> speaks) {

    public Actor actor() {
        return Actor.technician(id, name);
    }

    public boolean away() {
        return awaySince != null;
    }
}
