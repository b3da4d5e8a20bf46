package pronto.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of what we run: a service, a component or an environment. Its key never changes; {@code dependsOn} and
 * {@code runsOn} are the keys of others. Whoever retires it takes it out of use without tearing the graph.
 */
public record Part(
        long id,
        PartKind kind,
        String key,
        String nameEn,
        String nameIt,
        @Nullable String description,
        long team,
        boolean core,
        boolean retired,
        List<String> dependsOn,
        List<String> runsOn,
        int version) {

    /** What it is called in this language. */
    public String name(String language) {
        return language.equals("it") ? nameIt : nameEn;
    }
}
