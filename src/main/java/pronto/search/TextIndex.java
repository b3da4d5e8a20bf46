package pronto.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.TotalHits.Relation;
import org.apache.lucene.store.MMapDirectory;

/** The index of this node on disk: derived from the database, which stays the truth. Safe to use from many threads. */
final class TextIndex implements Closeable {

    private static final double BUFFER_MEGABYTES = 16;
    // Of one that is built anew: larger parts have to be joined less often.
    private static final double LARGE_BUFFER_MEGABYTES = 64;

    // Joining parts waits for nobody, and takes one processor from those who do.
    private static final int JOINED_AT_ONCE = 1;
    private static final int JOINED_LATER = 6;

    // Beyond this many, "at least" is answer enough, and the index may skip what cannot win.
    private static final int COUNTED = 1_000;

    // Of a word that is found more often than this, the newest are weighed; who looks for another adds a word.
    private static final int WEIGHED = 20_000;

    // In each part of the index the newest stands first, so that whoever stops early has seen what is new.
    private static final Sort NEWEST_FIRST = new Sort(new SortedNumericSortField(Fields.AT, SortField.Type.LONG, true));

    // Of tickets that have all the words, so many are looked at; whether they stand in this order takes longer to see.
    private static final int LOOKED_AT = 500_000;
    private static final int READ = 80_000;

    private final InstantSource time;
    private final MMapDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile boolean unsettled = true;

    TextIndex(Path path, InstantSource time) throws IOException {
        this.time = time;
        this.folder = new MMapDirectory(path);
        var config = new IndexWriterConfig(Analysis.analyzer())
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setMergeScheduler(joining())
                .setIndexSort(NEWEST_FIRST)
                .setCommitOnClose(false);
        this.writer = openWriter(config);
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    private static ConcurrentMergeScheduler joining() {
        var joining = new ConcurrentMergeScheduler();
        joining.setMaxMergesAndThreads(JOINED_LATER, JOINED_AT_ONCE);
        return joining;
    }

    private IndexWriter openWriter(IndexWriterConfig config) throws IOException {
        try {
            return new IndexWriter(folder, config);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Much will be put, or no more than happens. */
    void expect(boolean much) {
        writer.getConfig().setRAMBufferSizeMB(much ? LARGE_BUFFER_MEGABYTES : BUFFER_MEGABYTES);
    }

    void put(List<Document> things) throws IOException {
        unsettled = true;
        // In the order in which the index keeps them: it need not sort them once more.
        var newestFirst = things.stream()
                .sorted(Comparator.comparing(Document::at).reversed())
                .toList();
        for (var thing : newestFirst) {
            writer.updateDocument(Fields.key(thing.kind(), thing.id()), Fields.of(thing));
        }
    }

    /** Puts those that are not here as they are, and says how many; what was put since it settled is not looked at. */
    int putChanged(List<Document> things) throws IOException {
        var searcher = searchers.acquire();
        try {
            var changed = Seal.broken(searcher.getIndexReader(), things);
            put(changed);
            return changed.size();
        } finally {
            searchers.release(searcher);
        }
    }

    /** Has all that was put be seen by {@link #putChanged}. */
    void settle() throws IOException {
        if (unsettled) {
            refresh();
        }
    }

    void forget(String kind, long id) throws IOException {
        unsettled = true;
        writer.deleteDocuments(Fields.key(kind, id));
    }

    void forgetAll() throws IOException {
        unsettled = true;
        writer.deleteAll();
    }

    /** Makes what was put findable. */
    void refresh() throws IOException {
        unsettled = false;
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException | RuntimeException e) {
            unsettled = true;
            throw e;
        }
    }

    /** Makes what was put survive, with a note of how far it reaches. */
    void commit(Map<String, String> note) throws IOException {
        writer.setLiveCommitData(note.entrySet());
        writer.commit();
    }

    /** The note of the last commit; empty where there was none. */
    Map<String, String> note() {
        var note = new HashMap<String, String>();
        var kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(entry -> note.put(entry.getKey(), entry.getValue()));
        }
        return note;
    }

    Search.Found find(Search.Query asked, boolean building) throws IOException {
        var searcher = searchers.acquire();
        try {
            var top = top(searcher, asked);
            var matches = new ArrayList<Match>();
            for (var at = asked.offset(); at < top.scoreDocs.length; at++) {
                matches.add(match(searcher, top.scoreDocs[at]));
            }
            return new Search.Found(
                    matches, top.totalHits.value(), top.totalHits.relation() != Relation.EQUAL_TO, building);
        } finally {
            searchers.release(searcher);
        }
    }

    private TopDocs top(IndexSearcher all, Search.Query asked) throws IOException {
        var query = new Asked(time.instant()).query(asked);
        var wanted = Math.max(1, asked.offset() + asked.limit());
        var typed = Typed.read(asked.words());
        if (typed.isBlank()) {
            return all.search(query, new TopFieldCollectorManager(NEWEST_FIRST, wanted, null, COUNTED));
        }
        var reader = all.getIndexReader();
        var searcher = new BoundedSearcher(reader, typed.inOrder() ? READ : LOOKED_AT);
        var newest = new NewestOnly<>(new TopScoreDocCollectorManager(wanted, null, COUNTED), WEIGHED, reader.maxDoc());
        var top = searcher.search(query, newest);
        return searcher.stopped() || newest.stopped()
                ? new TopDocs(new TotalHits(top.totalHits.value(), Relation.GREATER_THAN_OR_EQUAL_TO), top.scoreDocs)
                : top;
    }

    private static Match match(IndexSearcher searcher, ScoreDoc found) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        var doc = found.doc - leaf.docBase;
        var kind = leaf.reader().getSortedDocValues(Fields.KIND);
        var id = leaf.reader().getNumericDocValues(Fields.ID);
        if (!kind.advanceExact(doc) || !id.advanceExact(doc)) {
            throw new IllegalStateException("a document of the index has no name");
        }
        return new Match(
                kind.lookupOrd(kind.ordValue()).utf8ToString(),
                id.longValue(),
                Float.isNaN(found.score) ? 0 : found.score);
    }

    /** False once a full or broken disk has closed it. */
    boolean isOpen() {
        return writer.isOpen();
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        folder.close();
    }
}
