package pronto.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class NewestOnlyTest {

    private static final int ALL = 2_000;
    private static final int MOST = 300;

    @Test
    void of_a_word_that_all_have_only_the_newest_are_looked_at() throws IOException {
        try (var folder = new ByteBuffersDirectory()) {
            write(folder);
            try (var reader = DirectoryReader.open(folder)) {
                var found = new IndexSearcher(reader)
                        .search(
                                new TermQuery(new Term("word", "everywhere")),
                                new NewestOnly<>(
                                        new TopScoreDocCollectorManager(MOST * 2, null, Integer.MAX_VALUE),
                                        MOST,
                                        reader.maxDoc()));

                assertThat(found.scoreDocs).hasSize(MOST);
                var times = reader.leaves().getFirst().reader().getSortedNumericDocValues("at");
                for (var hit : found.scoreDocs) {
                    assertThat(times.advanceExact(hit.doc)).isTrue();
                    assertThat(times.nextValue()).isGreaterThanOrEqualTo(ALL - MOST);
                }
            }
        }
    }

    @Test
    void of_words_that_very_many_have_only_the_newest_are_looked_at() throws IOException {
        try (var folder = new ByteBuffersDirectory()) {
            write(folder);
            try (var reader = DirectoryReader.open(folder)) {
                var searcher = new BoundedSearcher(reader, MOST);
                var found = searcher.search(
                        new TermQuery(new Term("word", "everywhere")),
                        new TopScoreDocCollectorManager(ALL, null, Integer.MAX_VALUE));

                assertThat(searcher.stopped()).isTrue();
                assertThat(found.scoreDocs).hasSize(MOST);
                assertThat(Arrays.stream(found.scoreDocs)
                                .mapToInt(hit -> hit.doc)
                                .max())
                        .hasValue(MOST - 1);
            }
        }
    }

    private static void write(ByteBuffersDirectory folder) throws IOException {
        var newest = new Sort(new SortedNumericSortField("at", SortField.Type.LONG, true));
        var config = new IndexWriterConfig(new KeywordAnalyzer()).setIndexSort(newest);
        try (var writer = new IndexWriter(folder, config)) {
            for (var at = 0; at < ALL; at++) {
                var thing = new Document();
                thing.add(new StringField("word", "everywhere", Store.NO));
                thing.add(new LongField("at", at, Store.NO));
                writer.addDocument(thing);
            }
        }
    }
}
