package pronto.channels.email.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import pronto.channels.email.html.HtmlText;

class VisibleReplyTest {

    @Test
    void an_italian_outlook_header_ends_what_is_new() {
        assertThat(VisibleReply.of("""
                        Buongiorno, ora funziona.

                        Da: Supporto <support@pronto.example>
                        Inviato: lunedì 23 novembre 2026 10:00
                        A: Marta <marta@acme.example>
                        Oggetto: R: Invii fermi

                        Può riprovare?
                        """)).isEqualTo("Buongiorno, ora funziona.");
    }

    @Test
    void an_italian_telephone_says_so_and_nothing_more() {
        assertThat(VisibleReply.of("""
                        Ancora fermo.

                        Inviato da iPhone

                        > Il giorno 23 nov 2026, alle ore 10:00, Supporto <support@pronto.example> ha scritto:
                        >
                        > Può riprovare?
                        """)).isEqualTo("Ancora fermo.");
    }

    @Test
    void who_answers_below_is_heard() {
        assertThat(VisibleReply.of("""
                        On Mon, 23 Nov 2026 at 10:00, Support <support@pronto.example> wrote:

                        > Does it work now?

                        Yes, it does.
                        """)).isEqualTo("Yes, it does.");
    }

    @Test
    void who_answers_between_keeps_the_questions() {
        var text = """
                Hello, see below.

                On Mon, 23 Nov 2026 at 10:00, Support <support@pronto.example> wrote:

                > Does it work now?

                Yes.

                > On all platforms?

                No, only on two.""";

        assertThat(VisibleReply.of(text)).isEqualTo(text);
    }

    @Test
    void a_report_is_not_taken_for_a_quotation() {
        var text = """
                On 3 May your export wrote:
                ERROR 17 in line 3
                and then it stopped.""";

        assertThat(VisibleReply.of(text)).isEqualTo(text);
    }

    @Test
    void a_mail_that_only_forwards_is_shown_whole() {
        var text = """
                ---------- Forwarded message ---------
                From: Luca <luca@acme.example>
                Date: Mon, 23 Nov 2026 at 10:00
                Subject: Sending stopped
                To: Marta <marta@acme.example>

                Nothing is being sent.""";

        assertThat(VisibleReply.of(text)).isEqualTo(text);
    }

    @Test
    void a_page_says_itself_what_it_quotes() {
        var page = Jsoup.parse("<div>It works.</div><div class=\"gmail_quote\"><p>Does it?</p></div>");

        assertThat(VisibleReply.of(HtmlText.of(page.body()), page)).isEqualTo("It works.");
    }

    @Test
    void endless_lines_cost_no_time() {
        var text = "On 1 " + "x ".repeat(500_000) + "\n" + ("a <" + "b".repeat(60) + "\n").repeat(20_000);

        assertThat(VisibleReply.of(text)).startsWith("On 1 x");
    }
}
