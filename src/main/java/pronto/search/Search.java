package pronto.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finding: accents folded, Italian and English stemmed, codes and addresses found as such. */
public interface Search {

    /** Asks for kinds (all where empty), within one customer or team where given, and with all of these tags. */
    record Query(
            String words,
            Set<String> kinds,
            @Nullable Long customer,
            @Nullable Long team,
            Set<String> tags,
            int offset,
            int limit) {}

    /** What was found, how many there are, or at least are, and whether the index is still being built. */
    record Found(List<Match> matches, long total, boolean atLeast, boolean building) {}

    Found find(Query query);
}
