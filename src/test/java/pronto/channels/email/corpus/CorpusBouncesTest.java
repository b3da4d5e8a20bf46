package pronto.channels.email.corpus;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pronto.channels.Automatic;
import pronto.channels.email.Samples;

/** What many mail servers send by themselves is known for what it is, and what people send too. */
class CorpusBouncesTest {

    private final Corpus corpus = new Corpus("bounces");

    @Test
    void every_mail_of_a_program_is_known_for_what_it_is() {
        Corpus.rows("bounces/classes.tsv").forEach(row -> {
            var mail = Samples.read(Samples.asSent(Samples.file(row[0])));
            var accepted = Stream.concat(Stream.of(row[1]), Stream.of(row[2].split("[ ,;]+")));
            var word = word(mail.automatic());
            corpus.check(row[0], "class", accepted.toList().contains(word), List.of(word, mail.subject()));
        });
        corpus.conclude();
    }

    private static String word(@Nullable Automatic automatic) {
        return switch (automatic) {
            case null -> "ordinary";
            case BOUNCE -> "bounce";
            case AUTO_REPLY -> "auto-reply";
            case FEEDBACK_REPORT -> "feedback-report";
            case LIST -> "list";
        };
    }
}
