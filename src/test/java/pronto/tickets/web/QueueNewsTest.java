package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.range;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.browser.Visitor;
import pronto.tickets.Mail;

/** What comes while somebody looks at a list is told, brought in where it is seen, and kept apart until it was. */
@NullUnmarked
class QueueNewsTest extends AtTheConsole {

    private Visitor visitor;
    private Page page;

    private void at(String path, Look look) {
        visitor = at(giulia, look).open(path);
        page = visitor.page();
        assertThat(page.locator("html[data-stream=on]")).isAttached();
    }

    private Locator row(String subject) {
        return page.locator(".q-row", new Page.LocatorOptions().setHasText(subject));
    }

    private void waitsSince(String subject, String interval) {
        var waiting = report(subject);
        db.sql(
                        "update tickets.ticket set opened_at = opened_at - cast(:interval as interval), stands_at = stands_at - cast(:interval as interval) where id = :id")
                .param("interval", interval)
                .param("id", waiting.id())
                .update();
    }

    private void bringIn(int count) {
        var told = Pattern.compile("\\b" + count + " (nuov|new)");
        assertThat(page.locator("#queue-news button")).containsText(told);
        page.keyboard().press(".");
        assertThat(page.locator("#queue-news button")).hasCount(0);
    }

    @Test
    void what_came_stands_above_what_waits_longer_and_is_opened_next() {
        range(0, 20).forEach(i -> waitsSince("Ressa vecchia " + i, "2 days"));
        at("/?q=Ressa", Look.DESK);
        report("Ressa nuova 1");
        report("Ressa nuova 2");
        bringIn(2);

        assertThat(page.locator(".q-group").first()).containsText("Appena arrivati");
        assertThat(page.locator(".q-row[data-arrived]")).hasCount(2);
        assertThat(page.locator(".q-row").first()).containsText("Ressa nuova 1");
        assertThat(row("Ressa nuova 1")).isInViewport();

        page.keyboard().press("j");
        assertThat(page.locator("#head h2")).hasText("Ressa nuova 1");
        assertThat(page.locator(".q-row[data-arrived]")).hasCount(1);
        report("Ressa nuova 3");
        bringIn(1);
        assertThat(page.locator(".q-row").first()).containsText("Ressa nuova 2");
        assertThat(page.locator(".q-row").nth(1)).containsText("Ressa nuova 3");
        assertThat(page.locator(".q-row").nth(2)).containsText("Ressa vecchia");
        visitor.findsNoFault();
    }

    @Test
    void a_critical_one_is_marked_where_the_critical_ones_stand() {
        waitsSince("Cassa lenta", "2 days");
        critical("Cassa lenta");
        at("/?q=Cassa", Look.NIGHT);
        report("Cassa rotta");
        critical("Cassa rotta");
        report("Cassa blu");
        bringIn(2);

        assertThat(page.locator(".q-row").nth(0)).containsText("Cassa lenta");
        assertThat(page.locator(".q-row").nth(1)).containsText("Cassa rotta");
        assertThat(page.locator(".q-row").nth(2)).containsText("Cassa blu");
        assertThat(page.locator(".q-row[data-arrived]")).hasCount(2);
        visitor.findsNoFault();
    }

    private void critical(String subject) {
        db.sql("update tickets.ticket set priority = 'P1' where subject = :subject")
                .param("subject", subject)
                .update();
    }

    @Test
    void on_a_telephone_the_bar_is_in_sight_wherever_one_is_and_leads_to_what_came() {
        range(0, 20).forEach(i -> waitsSince("Fila vecchia " + i, "2 days"));
        at("/?q=Fila", Look.PHONE);
        page.locator(".q-row").last().scrollIntoViewIfNeeded();
        report("Fila nuova");
        assertThat(page.locator("#queue-news button")).isInViewport();

        page.locator("#queue-news button").click();
        assertThat(row("Fila nuova")).isInViewport();
        assertThat(page.locator(".q-row").first()).containsText("Fila nuova");
        visitor.findsNoFault();
    }

    @Test
    void in_a_queue_of_several_pages_the_youngest_is_told_and_what_was_there_is_not() {
        var crowd = range(0, 65)
                .mapToObj(i -> accepted(Mail.from(MARTA).about("Folla " + i)))
                .toList();
        crowd.forEach(this::awaitFiled);
        at("/", Look.DESK);
        assertThat(page.locator(".q-more")).isVisible();
        var last = ticketOf(crowd.getLast());
        desk.pickUp(last.id(), marco.id(), marco.actor());
        report("Dopo la folla");
        bringIn(1);

        assertThat(row("Dopo la folla")).isInViewport();
        visitor.findsNoFault();
    }

    @Test
    void a_list_in_which_nothing_stood_fills_by_itself() {
        at("/?q=Primissimo", Look.DESK);
        assertThat(page.locator("#queue-list .empty")).isVisible();
        report("Primissimo");

        assertThat(row("Primissimo")).isVisible();
        assertThat(page.locator("#queue-news button")).hasCount(0);
        assertThat(page.locator("#queue-list .empty")).hasCount(0);
        report("Primissimo e secondo");
        bringIn(1);
        visitor.findsNoFault();
    }
}
