package pronto.search;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;

/**
 * Collects no more than so many hits: each part of an index that is sorted by time gives its newest, as many as is its
 * share of the whole. What a search costs then does not grow with the years.
 */
final class NewestOnly<C extends Collector, T> implements CollectorManager<NewestOnly.Bounded<C>, T> {

    private static final int LEAST = 200;

    private final CollectorManager<C, T> all;
    private final int most;
    private final int documents;
    private final AtomicBoolean stopped = new AtomicBoolean();

    NewestOnly(CollectorManager<C, T> all, int most, int documents) {
        this.all = all;
        this.most = most;
        this.documents = documents;
    }

    /** Whether there was more to collect. */
    boolean stopped() {
        return stopped.get();
    }

    @Override
    public Bounded<C> newCollector() throws IOException {
        return new Bounded<>(all.newCollector(), most, documents, stopped);
    }

    @Override
    public T reduce(Collection<Bounded<C>> collectors) throws IOException {
        return all.reduce(collectors.stream().map(Bounded::inner).toList());
    }

    static final class Bounded<C extends Collector> extends FilterCollector {

        private final C inner;
        private final int most;
        private final int documents;
        private final AtomicBoolean stopped;

        Bounded(C inner, int most, int documents, AtomicBoolean stopped) {
            super(inner);
            this.inner = inner;
            this.most = most;
            this.documents = documents;
            this.stopped = stopped;
        }

        C inner() {
            return inner;
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext part) throws IOException {
            var share = (long) most * part.reader().maxDoc() / Math.max(1, documents);
            return new BoundedLeaf(in.getLeafCollector(part), (int) Math.max(LEAST, share), stopped);
        }
    }

    private static final class BoundedLeaf implements LeafCollector {

        private final LeafCollector all;
        private final AtomicBoolean stopped;
        private int left;

        BoundedLeaf(LeafCollector all, int most, AtomicBoolean stopped) {
            this.all = all;
            this.stopped = stopped;
            this.left = most;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            all.setScorer(scorer);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (left-- == 0) {
                stopped.set(true);
                throw new CollectionTerminatedException();
            }
            all.collect(doc);
        }

        @Override
        public DocIdSetIterator competitiveIterator() throws IOException {
            return all.competitiveIterator();
        }

        @Override
        public void finish() throws IOException {
            all.finish();
        }
    }
}
