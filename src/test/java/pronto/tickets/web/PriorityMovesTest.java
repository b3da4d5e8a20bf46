package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.people.Cast;
import pronto.sla.Impact;
import pronto.staff.Scope;
import pronto.tickets.Mail;
import pronto.tickets.Screening;
import pronto.tickets.Ticket;

/** What one answers at a screening is computed before their eyes, and moves the list under another's. */
@NullUnmarked
class PriorityMovesTest extends AtTheConsole {

    private static Locator row(Page page, Ticket ticket) {
        return page.locator(".q-row", new Page.LocatorOptions().setHasText(ticket.subject()));
    }

    private static void answers(Page page, String... digits) {
        for (var digit : digits) {
            page.keyboard().press(digit);
        }
    }

    private Page screening(Ticket ticket) {
        var page = at(giulia, Look.DESK)
                .open("/tickets/" + ticket.code() + "/screening")
                .page();
        assertThat(page.locator("#screening fieldset").first().locator("input").first())
                .isFocused();
        return page;
    }

    @Test
    void five_factors_move_a_ticket_from_p4_to_p1_and_back_and_marcos_list_moves_with_it() {
        var older = report("Zattera prima");
        var ticket = report("Zattera seconda");
        var marcos = at(marco, Look.NIGHT).open("/?q=Zattera").page();
        assertThat(marcos.locator("html[data-stream=on]")).isAttached();
        assertThat(marcos.locator(".q-row").first()).containsText(older.subject());

        var page = screening(ticket);
        answers(page, "1", "1", "1", "1", "1");
        assertThat(page.locator("#confirm")).containsText("P4");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#head .t-title .p")).hasText("P4");
        assertThat(row(marcos, ticket).locator(".p")).hasText("P4");

        page.keyboard().press("p");
        assertThat(page.locator("#screening")).isVisible();
        answers(page, "3", "4", "3", "4", "3");
        assertThat(page.locator("#verdict")).containsText("85 punti");
        assertThat(page.locator("#verdict")).containsText("Il lavoro è bloccato per più clienti");
        assertThat(page.locator("#verdict")).containsText("Sta sopra a tutto");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#head .t-title .p")).hasText("P1");
        assertThat(page.locator("#why-priority")).containsText("85 punti");
        assertThat(row(marcos, ticket).locator(".p")).hasText("P1");
        assertThat(marcos.locator(".q-row").first()).containsText(ticket.subject());

        // And back, by a program.
        new Cast(context).program(Scope.WRITE).post("/api/v1/tickets/" + ticket.code() + "/screening", """
                        {"severity": "minor", "coreImpact": "none", "reach": "onePerson", "degradation": "none",
                         "workaround": "acceptable"}""");
        assertThat(page.locator("#head .t-title .p")).hasText("P4");
        assertThat(row(marcos, ticket).locator(".p")).hasText("P4");
    }

    @Test
    void a_screening_without_an_answer_is_refused_at_the_question_and_nothing_is_lost() {
        var page = screening(report("Ancora muta"));
        answers(page, "2", "2");
        page.locator(".sc-hand > summary").click();
        page.locator("#f-reason").fill("Lo dice il capo.");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("[data-field=reach] .field__error")).containsText("Rispondi a questa domanda");
        assertThat(page.locator("[data-field=reach] input").first()).isFocused();
        assertThat(page.locator("[name=severity][value=major]")).isChecked();
        assertThat(page.locator("[name=coreImpact][value=slight]")).isChecked();
        assertThat(page.locator("#f-reason")).hasValue("Lo dice il capo.");
    }

    @Test
    void a_similar_ticket_says_why_and_lends_its_answers() {
        var first = report("Bilancia storta al banco");
        desk.screen(
                first.id(),
                Screening.of(Impact.MILDEST.with(Impact.Factor.SEVERITY, Impact.Severity.MAJOR)),
                marco.actor());
        var other = reported(Mail.from(STRANGER).about("La bilancia storta"));
        var page = screening(other);
        // The index follows.
        await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
            page.reload();
            return page.locator("#similar .card").count() == 1;
        });
        assertThat(page.locator("#similar")).containsText("bilancia");
        page.locator("#similar a.btn").click();
        assertThat(page.locator("[name=severity][value=major]")).isChecked();
        assertThat(page.locator("#confirm")).containsText("P4");

        page.keyboard().press("i");
        assertThat(page.locator("#similar")).containsText("Non è la stessa cosa");
        assertThat(page.locator("#verdict")).containsText("2 clienti");
    }

    @Test
    void the_screening_stands_without_a_fault_on_a_phone() {
        var ticket = report("Piccolo schermo");
        var visitor = at(giulia, Look.PHONE_AT_NIGHT).open("/tickets/" + ticket.code() + "/screening");
        for (var name : new String[] {"severity", "coreImpact", "reach", "degradation", "workaround"}) {
            visitor.page().locator("[data-field=" + name + "] .opt").nth(1).click();
        }
        assertThat(visitor.page().locator(".sc-mini")).containsText("P3");
        visitor.findsNoFault();
        visitor.page().locator(".sc-mini .btn").click();
        assertThat(visitor.page().locator("#head .t-title .p")).hasText("P3");
    }
}
