package pronto.channels.email.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.primitives.Bytes;
import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;

/** Of real replies, what a person should see. */
class CorpusRepliesTest {

    private final Corpus corpus = new Corpus("replies");

    @Test
    void of_every_reply_what_is_new_is_seen() {
        Corpus.rows("replies/cases.tsv").forEach(row -> {
            var expected = Corpus.text(Samples.file("replies/" + row[3]));
            var by = row[5].equals("nospace") ? "" : " ";
            var visible = visible(row[1], "replies/" + row[2]);
            // Where nothing is new, all of it is a good answer too.
            boolean right = expected.isBlank() || folded(visible, by).equals(folded(expected, by));
            corpus.check(row[0], "reply", right, visible);
        });
        corpus.conclude();
    }

    private static String folded(String text, String by) {
        return text.replaceAll("\\s+", by).strip();
    }

    private static String visible(String kind, String file) {
        var sent = Samples.asSent(Samples.file(file));
        if (kind.equals("mail")) {
            return Samples.read(sent).text();
        }
        var head = "Content-Type: text/" + (kind.equals("html") ? "html" : "plain") + "; charset=utf-8\r\n\r\n";
        return Samples.read(Bytes.concat(head.getBytes(UTF_8), sent)).text();
    }
}
