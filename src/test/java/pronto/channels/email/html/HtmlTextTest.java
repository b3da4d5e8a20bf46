package pronto.channels.email.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pronto.channels.email.Samples;

/** A mail that is a page alone reads well as text. */
class HtmlTextTest {

    @Test
    void a_mail_that_is_a_page_alone_has_words_too() {
        var mail = Samples.read("From: marta@acme.example\nContent-Type: text/html; charset=utf-8\n\n"
                + "<html><head><title>x</title><style>p{color:red}</style></head><body>"
                + "<p>Buongiorno,</p><p>dalle due&nbsp;non parte   nulla.</p></body></html>\n");

        assertThat(mail.fullText()).isEqualTo("Buongiorno,\n\ndalle due non parte nulla.");
        assertThat(mail.text()).isEqualTo(mail.fullText());
    }

    @Test
    void lists_and_rows_keep_their_shape() {
        assertThat(HtmlText.of("<ul><li>one<li>two</ul><ol><li>first<li>second</ol>"))
                .contains("- one\n- two", "1. first\n2. second");
        assertThat(HtmlText.of("<table><tr><td>Order<td>17<tr><td>Sum<td>9,00</table>"))
                .isEqualTo("Order 17\nSum 9,00");
    }

    @Test
    void where_a_link_leads_is_said_unless_its_words_do() {
        assertThat(HtmlText.of("<a href='https://evil.example/x'>your bank</a>"))
                .isEqualTo("your bank <https://evil.example/x>");
        assertThat(HtmlText.of("<a href='https://acme.example/'>acme.example</a>"))
                .isEqualTo("acme.example");
    }

    @Test
    void what_nobody_sees_is_no_text() {
        assertThat(HtmlText.of("<p>Seen<span style='display: none'>hidden</span></p><script>run()</script>"))
                .isEqualTo("Seen");
    }

    @Test
    void quotations_are_marked_as_in_text() {
        assertThat(HtmlText.of("<p>Yes.</p><blockquote>Is it still so?</blockquote>"))
                .startsWith("Yes.\n")
                .endsWith("\n> Is it still so?");
    }
}
