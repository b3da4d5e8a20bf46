package pronto.channels.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;

/** Text that a mail program broke for the way is whole again, and what its writer broke stays broken. */
class FlowedTest {

    @Test
    void lines_that_flow_are_one_paragraph_again() {
        assertThat(read("format=flowed", """
                Since two o'clock nothing is sent,\s
                and the queue grows.
                Please call.

                Marta"""))
                .isEqualTo("Since two o'clock nothing is sent, and the queue grows.\nPlease call.\n\nMarta");
    }

    @Test
    void quotations_flow_within_their_own_depth() {
        assertThat(read("format=flowed", """
                Yes.
                > Is it\s
                > still so?
                >> It was\s
                > and is.""")).isEqualTo("Yes.\n> Is it still so?\n>> It was \n> and is.");
    }

    @Test
    void a_space_that_was_stuffed_in_front_is_taken_off() {
        assertThat(read("format=flowed", " From here on\n > is no quotation"))
                .isEqualTo("From here on\n> is no quotation");
    }

    @Test
    void the_line_above_a_signature_does_not_flow_into_it() {
        assertThat(read("format=flowed", "It works \n-- \nMarta")).isEqualTo("It works \n-- \nMarta");
    }

    @Test
    void where_writing_has_no_spaces_the_added_ones_go() {
        assertThat(read("format=flowed; delsp=yes", "こんにち \nは世界")).isEqualTo("こんにちは世界");
    }

    @Test
    void what_is_not_said_to_flow_stays_as_it_is() {
        assertThat(read("format=fixed", "one \ntwo")).isEqualTo("one \ntwo");
    }

    private static String read(String format, String text) {
        return Samples.read("From: marta@acme.example\nContent-Type: text/plain; charset=utf-8; " + format + "\n\n"
                        + text + "\n")
                .fullText();
    }
}
