package pronto.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void short_mails_are_known_by_their_language() throws IOException {
        var rows = Files.readAllLines(Samples.file("languages.tsv"));
        var wrong = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split("\t", 2);
            var seen = Objects.requireNonNullElse(Language.of(cells[1]), "-");
            if (!seen.equals(cells[0])) {
                (seen.equals("-") ? unknown : wrong).add(seen + " for " + row);
            }
        }
        int all = rows.size() - 1;
        System.out.printf("languages: %d, %d wrong, %d unknown%n", all, wrong.size(), unknown.size());

        assertThat(wrong).as("unknown: " + unknown).hasSizeLessThanOrEqualTo(all * 3 / 100);
        assertThat(unknown).hasSizeLessThanOrEqualTo(all * 12 / 100);
    }
}
