package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.browser.Visitor;

/** On a telephone list and ticket take turns, and nobody loses their place. */
@NullUnmarked
class BackToTheListTest extends AtTheConsole {

    private static final Pattern LIST = Pattern.compile("/\\?q=Lunga$");
    private static final Pattern TICKET = Pattern.compile("/tickets/T-");

    private Visitor visitor;
    private Page page;

    @BeforeEach
    void a_long_list() {
        if (tickets() == 0) {
            range(0, 25).forEach(i -> report("Lunga " + i));
        }
        visitor = at(giulia, Look.PHONE).open("/?q=Lunga");
        page = visitor.page();
        assertThat(page.locator("html[data-stream=on]")).isAttached();
        assertThat(page.locator(".q-row")).hasCount(25);
        page.evaluate("window.sameDocument = true");
    }

    private int tickets() {
        return db.sql("select count(*) from tickets.ticket where subject like 'Lunga%'")
                .query(Integer.class)
                .single();
    }

    /** The 21st row, brought into sight as a thumb would. */
    private Locator farDown() {
        var row = page.locator(".q-row").nth(20);
        row.scrollIntoViewIfNeeded();
        return row;
    }

    private double top(Locator row) {
        return row.boundingBox().y;
    }

    private void open(Locator row) {
        row.click();
        assertThat(page).hasURL(TICKET);
        assertThat(page.locator("#text-reply[contenteditable=true]")).isVisible();
    }

    private void stands(Locator row, double where) {
        assertThat(page.locator("#ticket")).hasCount(0);
        stands(row, where, LIST);
    }

    private void stands(Locator row, double where, Pattern address) {
        assertThat(page).hasURL(address);
        assertThat(row).isInViewport();
        page.waitForCondition(() -> Math.abs(top(row) - where) < 2);
        assertThat(page.evaluate("window.sameDocument === true"))
                .as("nothing was loaded anew")
                .isEqualTo(true);
    }

    @Test
    void whoever_goes_back_from_a_ticket_is_where_they_left_the_list() {
        var row = farDown();
        var where = top(row);
        open(row);
        page.locator(".t-back").click();
        stands(row, where);

        open(row);
        page.evaluate("history.back()");
        stands(row, where);
        visitor.findsNoFault();
    }

    @Test
    void beside_the_list_the_way_back_changes_the_ticket_alone_and_the_list_stays_where_it_was() {
        visitor = at(giulia, Look.DESK).open("/?q=Lunga");
        page = visitor.page();
        assertThat(page.locator("html[data-stream=on]")).isAttached();
        page.evaluate("window.sameDocument = true");
        var first = page.locator(".q-row").nth(1);
        first.click();
        var subject = first.locator(".q-row__s").innerText();
        assertThat(page.locator("#head h2")).hasText(subject);
        var row = farDown();
        row.click();
        assertThat(page.locator("#head h2")).hasText(row.locator(".q-row__s").innerText());
        var where = top(row);

        page.evaluate("history.back()");
        assertThat(page.locator("#head h2")).hasText(subject);
        assertThat(first).hasAttribute("aria-current", "true");
        assertThat(row).not().hasAttribute("aria-current", "true");
        stands(row, where, TICKET);
        page.evaluate("history.back()");
        assertThat(page.locator("#ticket")).hasCount(0);
        stands(row, where, LIST);
        page.evaluate("history.forward()");
        assertThat(page.locator("#head h2")).hasText(subject);
        stands(row, where, TICKET);
        visitor.findsNoFault();
    }

    @Test
    void a_ticket_opened_by_its_address_leads_to_its_list_too() {
        visitor.open("/tickets/" + report("Da sola").code());
        page.locator(".t-back").click();

        assertThat(page.locator("#queue-list")).isVisible();
        assertThat(page.locator("#ticket")).hasCount(0);
        page.evaluate("history.back()");
        assertThat(page.locator("#head h2")).hasText("Da sola");
    }

    @Test
    void the_way_back_closes_what_explains_the_ticket_before_it_leaves_it() {
        var row = farDown();
        var where = top(row);
        open(row);
        page.locator(".t-aside").click();
        assertThat(page.locator("#side")).isVisible();
        page.evaluate("history.back()");
        assertThat(page.locator("#side")).isHidden();
        assertThat(page).hasURL(TICKET);

        page.locator(".t-aside").click();
        page.locator("#side button[data-side]").click();
        assertThat(page.locator("#side")).isHidden();
        assertThat(page.locator(".t-aside")).isFocused();

        page.locator(".t-aside").click();
        assertThat(page.locator("#side")).isVisible();
        visitor.findsNoFault();
        page.locator(".t-back").click();
        stands(row, where);
    }
}
