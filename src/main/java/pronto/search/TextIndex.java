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
import org.apache.lucene.store.MMapDirectory;

/** The index of this node on disk: derived from the database, which stays the truth. Safe to use from many threads. */
final class TextIndex implements Closeable {

    private static final double BUFFER_MEGABYTES = 48;

    // Beyond this many, "at least" is answer enough, and the index may skip what cannot win.
    private static final int COUNTED = 1_000;

    // Of a word that is found more often than this, the newest are weighed; who looks for another adds a word.
    private static final int WEIGHED = 20_000;

    // In each part of the index the newest stands first, so that whoever stops early has seen what is new.
    private static final Sort NEWEST_FIRST = new Sort(new SortedNumericSortField(Fields.AT, SortField.Type.LONG, true));

    private final InstantSource time;
    private final MMapDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    TextIndex(Path path, InstantSource time) throws IOException {
        this.time = time;
        this.folder = new MMapDirectory(path);
        var config = new IndexWriterConfig(Analysis.analyzer())
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setIndexSort(NEWEST_FIRST)
                .setCommitOnClose(false);
        this.writer = openWriter(config);
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    private IndexWriter openWriter(IndexWriterConfig config) throws IOException {
        try {
            return new IndexWriter(folder, config);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    void put(List<Document> things) throws IOException {
        // In the order in which the index keeps them: it need not sort them once more.
        var newestFirst = things.stream()
                .sorted(Comparator.comparing(Document::at).reversed())
                .toList();
        for (var thing : newestFirst) {
            writer.updateDocument(Fields.key(thing.kind(), thing.id()), Fields.of(thing));
        }
    }

    void forget(String kind, long id) throws IOException {
        writer.deleteDocuments(Fields.key(kind, id));
    }

    void forgetAll() throws IOException {
        writer.deleteAll();
    }

    /** Makes what was put findable. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
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
            return new Search.Found(matches, top.totalHits.value(), building);
        } finally {
            searchers.release(searcher);
        }
    }

    private TopDocs top(IndexSearcher searcher, Search.Query asked) throws IOException {
        var query = new Asked(time.instant()).query(asked);
        var wanted = Math.max(1, asked.offset() + asked.limit());
        return Typed.read(asked.words()).isBlank()
                ? searcher.search(query, new TopFieldCollectorManager(NEWEST_FIRST, wanted, null, COUNTED))
                : searcher.search(
                        query,
                        new NewestOnly<>(
                                new TopScoreDocCollectorManager(wanted, null, COUNTED),
                                WEIGHED,
                                searcher.getIndexReader().maxDoc()));
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
