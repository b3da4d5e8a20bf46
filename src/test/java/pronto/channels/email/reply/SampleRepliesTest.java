package pronto.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pronto.channels.email.Samples;
import pronto.channels.email.html.HtmlText;

/** Of real replies, what a person should see. */
class SampleRepliesTest {

    record Sample(String id, String kind, String input, String expected, String compare) {

        static Sample of(String row) {
            var cells = row.split("\t", -1);
            return new Sample(cells[0], cells[1], cells[2], cells[3], cells[5]);
        }

        @Override
        public String toString() {
            return id;
        }

        String content() throws IOException {
            return Files.readString(Samples.file("replies/" + input));
        }
    }

    static Stream<Sample> samples() throws IOException {
        return Files.readAllLines(Samples.file("replies/cases.tsv")).stream()
                .skip(1)
                .map(Sample::of);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_new_is_seen(Sample sample) throws IOException {
        var expected = Files.readString(Samples.file("replies/" + sample.expected()));
        var visible = visible(sample);

        if (!expected.isBlank()) {
            var by = sample.compare().equals("nospace") ? "" : " ";
            assertThat(visible.replaceAll("\\s+", by).strip())
                    .isEqualTo(expected.replaceAll("\\s+", by).strip());
        }
    }

    private static String visible(Sample sample) throws IOException {
        return switch (sample.kind()) {
            case "mail" ->
                Samples.read(Samples.asSent(Samples.file("replies/" + sample.input())))
                        .text();
            case "html" -> {
                var page = Jsoup.parse(sample.content());
                yield VisibleReply.of(HtmlText.of(page.body()), page);
            }
            default -> VisibleReply.of(sample.content());
        };
    }
}
