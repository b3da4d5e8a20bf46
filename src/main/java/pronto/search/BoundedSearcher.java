package pronto.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;

/**
 * Looks at no more documents than so many, hits or not: where words stand in more, it begins with the newest of each part
 * of the index and stops at its share. A clock would do as well, but find another thing on every busy day.
 */
final class BoundedSearcher extends IndexSearcher {

    private final long most;
    private boolean stopped;

    BoundedSearcher(IndexReader reader, long most) {
        super(reader);
        this.most = most;
    }

    /** Whether there was more to look at. */
    boolean stopped() {
        return stopped;
    }

    @Override
    protected void searchLeaf(LeafReaderContext part, int from, int to, Weight weight, Collector collector)
            throws IOException {
        var documents = part.reader().maxDoc();
        var share = Math.max(1, most * documents / Math.max(1, getIndexReader().maxDoc()));
        var scorer = weight.scorerSupplier(part);
        var end = Math.min(to, documents);
        if (scorer != null && scorer.cost() > share) {
            end = (int) Math.min(end, Math.max(1, documents * (double) share / scorer.cost()));
            stopped = true;
        }
        super.searchLeaf(part, from, end, weight, collector);
    }
}
