package pronto.search;

import java.util.Collection;
import java.util.List;

/** A module that has something to find implements this, and records a change of this topic when a thing changes. */
public interface SearchSource {

    /** The kind of its documents, which is also the topic of its changes; their key is the id. */
    String kind();

    /** These things as they are now; one that is gone, or not to be found, is left out. */
    List<Document> load(Collection<Long> ids);

    /** The next ids above this one, in order: how the index is built anew. */
    List<Long> idsAfter(long id, int limit);
}
