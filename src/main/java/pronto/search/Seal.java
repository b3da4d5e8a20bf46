package pronto.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** A number that another content would not have: most changes of a ticket change nothing by which it is found. */
final class Seal {

    private static final String FIELD = "seal";

    private Seal() {}

    static IndexableField of(Document thing) {
        return new NumericDocValuesField(FIELD, number(thing));
    }

    private static long number(Document thing) {
        return StringHelper.murmurhash3_x64_128(new BytesRef(thing.toString().getBytes(StandardCharsets.UTF_8)))[0];
    }

    /** Of these, those that the index does not hold exactly so. */
    static List<Document> broken(IndexReader index, List<Document> things) throws IOException {
        var changed = new ArrayList<Document>();
        for (var thing : things) {
            if (!isHeld(index, thing)) {
                changed.add(thing);
            }
        }
        return changed;
    }

    private static boolean isHeld(IndexReader index, Document thing) throws IOException {
        var key = Fields.key(thing.kind(), thing.id());
        for (var part : index.leaves()) {
            var reader = part.reader();
            var found = reader.postings(key, PostingsEnum.NONE);
            var live = reader.getLiveDocs();
            while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(found.docID())) {
                    var seal = reader.getNumericDocValues(FIELD);
                    return seal != null && seal.advanceExact(found.docID()) && seal.longValue() == number(thing);
                }
            }
        }
        return false;
    }
}
