package pronto.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pronto.people.Effort;

/** Files that old programs write into the text itself come out of it. */
class UuencodedTest {

    private static final String LIST = """
            begin 644 customers.csv
            M8V]D93MN86UE"D%#344[06-M92!3+G(N;"X*8V]D93MN86UE"D%#344[06-M
            M92!3+G(N;"X*8V]D93MN86UE"D%#344[06-M92!3+G(N;"X*8V]D93MN86UE
            2"D%#344[06-M92!3+G(N;"X*
            `
            end
            """;

    @Test
    void a_file_written_into_the_text_is_a_file_and_the_words_around_it_stay() {
        var mail = Samples.read("From: marta@acme.example\n\nHere is the list.\n\n" + LIST + "\nBye, Marta\n");

        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("customers.csv");
            assertThat(file.size()).isEqualTo(108);
            assertThat(file.inline()).isFalse();
        });
        assertThat(mail.fullText()).contains("Here is the list.", "Bye, Marta").doesNotContain("begin 644", "M8V]D");
    }

    @Test
    void two_of_them_are_two_files() {
        var mail = Samples.read("From: marta@acme.example\n\n" + LIST + "and\n" + LIST.replace("customers", "plans"));

        assertThat(mail.attachments()).extracting(file -> file.name()).containsExactly("customers.csv", "plans.csv");
        assertThat(mail.text()).isEqualTo("and");
    }

    @Test
    void its_name_is_only_a_label() {
        var mail = Samples.read("From: marta@acme.example\n\n" + LIST.replace("customers.csv", "../../etc/passwd"));

        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).doesNotContain("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 the meeting\nWe meet at nine.\nend\n",
                "begin 644 nothing.txt\n`\nend\n",
                "begin 644 cut.txt\n#0V%T\n",
                "begin 999 odd.txt\n#0V%T\n`\nend\n"
            })
    void what_only_looks_like_one_stays_text(String words) {
        var mail = Samples.read("From: marta@acme.example\n\nHello\n" + words);

        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.fullText()).contains(words.lines().findFirst().orElseThrow());
    }

    @Test
    void many_beginnings_without_an_end_are_soon_done_with() {
        var effort =
                Effort.of(() -> Samples.read("From: marta@acme.example\n\n" + "begin 644 x\n#0V%T\n".repeat(50_000)));

        assertThat(effort.result().attachments()).isEmpty();
        assertThat(effort.spent()).isLessThan(Duration.ofSeconds(20));
    }
}
