package pronto.search;

import java.util.Locale;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The fields of the index, and how a thing that can be found is laid out in them. */
final class Fields {

    /** Kind and id: one thing, one document. */
    static final String KEY = "key";

    static final String KIND = "kind";
    static final String ID = "id";
    static final String TITLE = "title";
    static final String BODY = "body";
    static final String EXACT = "exact";
    static final String BEGINNING = "beginning";
    static final String CUSTOMER = "customer";
    static final String TEAM = "team";
    static final String TAG = "tag";
    static final String AT = "at";

    /** Only whether it is there: how often and where tells nothing of a beginning. */
    private static final FieldType PRESENT = present();

    /** What one thing may add to the index; the rest of a longer text is not searched. */
    private static final int LONGEST_BODY = 100_000;

    // A term longer than 32 kB would be refused by the index, and with it the whole document.
    private static final int LONGEST_EXACT = 1_000;

    private Fields() {}

    private static FieldType present() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    static Term key(String kind, long id) {
        return new Term(KEY, kind + ":" + id);
    }

    static org.apache.lucene.document.Document of(Document thing) {
        var fields = new org.apache.lucene.document.Document();
        fields.add(new StringField(KEY, key(thing.kind(), thing.id()).bytes(), Store.NO));
        fields.add(new StringField(KIND, thing.kind(), Store.NO));
        fields.add(new SortedDocValuesField(KIND, new BytesRef(thing.kind())));
        fields.add(new NumericDocValuesField(ID, thing.id()));
        fields.add(Seal.of(thing));
        fields.add(new LongField(AT, thing.at().toEpochMilli(), Store.NO));
        addText(fields, thing);
        thing.exact().stream()
                .filter(exact -> !exact.isBlank() && exact.length() <= LONGEST_EXACT)
                .map(Fields::exact)
                .distinct()
                .forEach(exact -> fields.add(new StringField(EXACT, exact, Store.NO)));
        thing.exact().stream()
                .filter(exact -> !isMessageId(exact))
                .map(Fields::exact)
                .flatMap(exact -> Analysis.beginnings(exact).stream())
                .distinct()
                .forEach(beginning -> fields.add(new StringField(BEGINNING, beginning, Store.NO)));
        thing.tags().forEach(tag -> fields.add(new StringField(TAG, tag, Store.NO)));
        if (thing.customer() != null) {
            fields.add(new StringField(CUSTOMER, thing.customer().toString(), Store.NO));
        }
        if (thing.team() != null) {
            fields.add(new StringField(TEAM, thing.team().toString(), Store.NO));
        }
        return fields;
    }

    /** There are more of them than of all else, and nobody types one letter by letter. */
    private static boolean isMessageId(String exact) {
        return exact.startsWith("<");
    }

    private static void addText(org.apache.lucene.document.Document fields, Document thing) {
        var body = thing.body().length() > LONGEST_BODY ? thing.body().substring(0, LONGEST_BODY) : thing.body();
        fields.add(new TextField(TITLE, thing.title(), Store.NO));
        fields.add(new Field(BEGINNING, thing.title(), PRESENT));
        fields.add(new TextField(BODY, body, Store.NO));
    }

    /** The form in which a code, address or number is compared. */
    static String exact(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("<") && plain.endsWith(">") ? plain.substring(1, plain.length() - 1) : plain;
    }
}
