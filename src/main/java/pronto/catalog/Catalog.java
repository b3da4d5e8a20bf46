package pronto.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The front door to what we run. Keys are found however they are typed. */
public interface Catalog {

    /** The part of this key, retired or not. */
    Optional<Part> find(String key);

    /** Those of these keys that there are, by key. */
    Map<String, Part> find(Collection<String> keys);

    /** All that stand in words, by name; retired ones only where they are asked for. */
    List<Part> matching(Query query);

    /** Of one kind (all where null), with all of these words in key or names; by key, after this one. */
    record Query(
            String words,
            @Nullable PartKind kind,
            boolean retired,
            @Nullable String after,
            int limit) {}

    /** What depends on these or runs on them, however far, the core ones first; retired parts pass nothing on. */
    List<Part> dependents(Collection<String> keys, int limit);

    /** Whether one of these is core, or something core depends on them: for a screening's suggestion. */
    boolean touchesCore(Collection<String> keys);

    /** The lines of the graph around this part: upwards what depends on it, downwards what it depends on. */
    List<Line> around(Part part, boolean upwards, int depth, int limit);

    /** From the part that depends, or runs, to what it depends, or runs, on. */
    record Line(String from, String to, Dependency how) {}
}
