package pronto.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.Automatic;

/** What many mail servers send by themselves is known for what it is. */
class SampleBouncesTest {

    record Sample(String file, String kind, String alsoAccepted) {

        static Sample of(String row) {
            var cells = row.split("\t", -1);
            return new Sample(cells[0], cells[1], cells[2]);
        }
    }

    static Stream<Sample> samples() throws IOException {
        return Files.readAllLines(Samples.file("bounces/classes.tsv")).stream()
                .skip(1)
                .map(Sample::of);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void is_known_for_what_it_is(Sample sample) {
        var mail = Samples.read(Samples.asSent(Samples.file(sample.file())));

        assertThat(sample.kind() + "," + sample.alsoAccepted()).contains(word(mail.automatic()));
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
