package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.tickets.Mail;
import pronto.tickets.Message;

/** What a server says is told in words where it belongs, and what a customer says can be used. */
class CameBackTest extends AtTheConsole {

    @Test
    void an_answer_that_came_back_says_why_and_the_report_is_folded() {
        var ticket = report("Torna indietro");
        var answer = answered(ticket);
        db.sql("update channels.delivery set state = 'sent' where outgoing_id = :id")
                .param("id", answer.outgoing())
                .update();
        arrives(bounce(answer));
        var visitor = at(giulia, Look.DESK).open("/tickets/" + ticket.code());
        var page = visitor.page();

        assertThat(page.locator(".msg__ways .badge--bad")).hasText("Respinto: l’indirizzo non esiste");
        assertThat(page.locator("#talk")).not().containsText("550 5.1.1");
        var report = page.locator("details[id^=report-]");
        assertThat(report.locator("summary")).isVisible();
        assertThat(report.locator(".msg__words")).isHidden();
        visitor.findsNoFault();

        report.locator("summary").click();
        assertThat(report.locator(".msg__words")).containsText("This is the mail system");
        visitor.findsNoFault();
    }

    private static Mail bounce(Message answer) {
        return Mail.from("Mail Delivery System", "mailer-daemon@mx.acme.test")
                .ofNobody()
                .about("Undelivered Mail Returned to Sender")
                .ofType("multipart/report; report-type=delivery-status; boundary=b")
                .saying("""
                        --b

                        This is the mail system at mx.acme.test.

                        --b
                        Content-Type: message/delivery-status

                        Reporting-MTA: dns; mx.acme.test

                        Final-Recipient: rfc822; %s
                        Action: failed
                        Status: 5.1.1
                        Diagnostic-Code: smtp; 550 5.1.1
                            no such user

                        --b
                        Content-Type: text/rfc822-headers

                        Message-ID: %s

                        --b--
                        """.formatted(MARTA, Objects.requireNonNull(answer.messageId())));
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
