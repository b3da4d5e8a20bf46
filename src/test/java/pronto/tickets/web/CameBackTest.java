package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.tickets.Mail;
import pronto.tickets.Postmaster;

/** What a server says is told in words where it belongs, and what a customer says can be used. */
class CameBackTest extends AtTheConsole {

    @Test
    void an_answer_that_came_back_says_why_and_the_report_is_folded() {
        var ticket = report("Torna indietro");
        var answer = answered(ticket);
        db.sql("update channels.delivery set state = 'sent' where outgoing_id = :id")
                .param("id", answer.outgoing())
                .update();
        arrives(Postmaster.reports(answer, "failed", MARTA));
        var visitor = at(giulia, Look.DESK).open("/tickets/" + ticket.code());
        var page = visitor.page();

        assertThat(page.locator(".msg__ways .badge--bad")).hasText("Respinto: l’indirizzo non esiste");
        assertThat(page.locator(".msg__undo")).hasCount(0);
        assertThat(page.locator("#talk")).not().containsText("550 5.1.1");
        var report = page.locator("details[id^=report-]");
        assertThat(report.locator("summary")).isVisible();
        assertThat(report.locator(".msg__words")).isHidden();
        visitor.findsNoFault();

        report.locator("summary").click();
        assertThat(report.locator(".msg__words")).containsText("This is the mail system");
        visitor.findsNoFault();
    }

    @Test
    void a_number_in_what_a_customer_wrote_is_dialled_by_pressing_it() {
        var ticket = reported(Mail.from(MARTA).about("Telefono").saying("<b>Chiamatemi</b> subito 0577 111 222."));
        var visitor = at(giulia, Look.PHONE).open("/tickets/" + ticket.code());

        assertThat(visitor.page().locator("#talk a[href='tel:+390577111222']")).hasText("0577 111 222");
        assertThat(visitor.page().locator("#talk")).containsText("<b>Chiamatemi</b> subito");
        visitor.findsNoFault();
    }
}
