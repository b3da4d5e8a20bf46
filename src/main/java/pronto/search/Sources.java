package pronto.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import pronto.runtime.Change;

/** What there is to find, by its kind, and how it gets from the database into the index. */
final class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final int AT_ONCE = 200;

    private final Map<String, SearchSource> byKind = new TreeMap<>();

    Sources(Collection<SearchSource> sources) {
        for (var source : sources) {
            if (byKind.put(source.kind(), source) != null) {
                throw new IllegalStateException("two sources are of the kind " + source.kind());
            }
        }
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    Collection<SearchSource> all() {
        return byKind.values();
    }

    /** Brings the index to where the things of these changes are now; true if any of them is ours. */
    boolean follow(List<Change> changes, TextIndex index) throws IOException {
        var changed = new LinkedHashMap<SearchSource, Set<Long>>();
        for (var change : changes) {
            var source = byKind.get(change.topic());
            var id = source == null ? null : id(change);
            if (source != null && id != null) {
                changed.computeIfAbsent(source, first -> new LinkedHashSet<>()).add(id);
            }
        }
        index.settle();
        for (var entry : changed.entrySet()) {
            var ids = new ArrayList<>(entry.getValue());
            for (var from = 0; from < ids.size(); from += AT_ONCE) {
                take(entry.getKey(), ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), index, index::putChanged);
            }
        }
        return !changed.isEmpty();
    }

    /** Puts these things into the index as they are; what is gone is forgotten, what cannot be told is left out. */
    void take(SearchSource source, List<Long> ids, TextIndex index) throws IOException {
        take(source, ids, index, index::put);
    }

    private static void take(SearchSource source, List<Long> ids, TextIndex index, Putting putting) throws IOException {
        try {
            takeAll(source, ids, index, putting);
        } catch (DataAccessException | TransactionException | AlreadyClosedException e) {
            throw e;
        } catch (RuntimeException e) {
            // One thing that cannot be told must not keep all others from being found.
            log.error("{} of the kind {} cannot be searched", ids.size(), source.kind(), e);
        }
    }

    private static void takeAll(SearchSource source, List<Long> ids, TextIndex index, Putting putting)
            throws IOException {
        var gone = new HashSet<>(ids);
        var things = source.load(ids);
        putting.put(things);
        things.forEach(thing -> gone.remove(thing.id()));
        for (var id : new TreeSet<>(gone)) {
            index.forget(source.kind(), id);
        }
    }

    private static @Nullable Long id(Change change) {
        try {
            return Long.valueOf(change.key());
        } catch (NumberFormatException e) {
            log.warn("A change of {} names no id: {}", change.topic(), change.key());
            return null;
        }
    }

    private interface Putting {
        void put(List<Document> things) throws IOException;
    }
}
