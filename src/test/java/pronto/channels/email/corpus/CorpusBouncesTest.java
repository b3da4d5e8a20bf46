package pronto.channels.email.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pronto.channels.Automatic;
import pronto.channels.Notice;
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

    @Test
    void nearly_every_bounce_names_who_was_not_reached() {
        var bounces = Corpus.rows("bounces/classes.tsv")
                .map(row -> Samples.read(Samples.asSent(Samples.file(row[0]))).notice())
                .filter(Notice.Bounce.class::isInstance)
                .map(Notice.Bounce.class::cast)
                .toList();
        long named = bounces.stream()
                .filter(bounce -> !bounce.recipients().isEmpty())
                .count();
        long about = bounces.stream().filter(bounce -> bounce.about() != null).count();
        System.out.printf(
                "corpus bounces: %d, %d name a recipient, %d the mail they are about%n", bounces.size(), named, about);
        assertThat(named).isGreaterThan(bounces.size() * 97L / 100);
        assertThat(about).isGreaterThan(bounces.size() * 85L / 100);
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
