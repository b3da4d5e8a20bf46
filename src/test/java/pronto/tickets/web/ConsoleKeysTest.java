package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;

/** The console is worked by keys alone. */
class ConsoleKeysTest extends AtTheConsole {

    private Page page;

    @BeforeEach
    void two_tickets_wait() {
        report("Uno");
        report("Due");
        page = at(giulia, Look.DESK).open("/").page();
        assertThat(page.locator("html[data-stream=on]")).isAttached();
    }

    @Test
    void j_opens_the_next_ticket_beside_the_list() {
        page.keyboard().press("j");
        assertThat(page.locator("#text-reply[contenteditable=true]")).isVisible();
        var first = page.locator(".q-row[aria-current]").getAttribute("href");

        page.keyboard().press("j");
        assertThat(page).not().hasURL(Pattern.compile(Pattern.quote(first)));
        assertThat(page.locator(".q-row[aria-current]")).hasCount(1);
        assertThat(page.locator(".q-row[aria-current]")).not().hasAttribute("href", first);
    }

    @Test
    void a_reply_and_a_note_never_share_their_text() {
        page = open(report("Due testi"), giulia, Look.DESK);
        page.keyboard().press("r");
        page.keyboard().type("Solo per il cliente, jkx");
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.keyboard().type("Solo per noi");

        assertThat(page.locator("#text-note")).hasText("Solo per noi");
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        assertThat(page.locator("#text-reply")).hasText("Solo per il cliente, jkx");
    }

    @Test
    void the_loser_of_a_pickup_is_told_who_won() {
        var ticket = report("Chi primo arriva");
        var late = at(giulia, Look.DESK);
        late.page().route("**/head*", Route::abort);
        page = late.open("/tickets/" + ticket.code()).page();
        assertThat(page.locator("#text-reply[contenteditable=true]")).isVisible();
        desk.pickUp(ticket.id(), marco.id(), marco.actor());

        page.keyboard().press("a");

        assertThat(page.locator("#said")).containsText("Marco Bassi");
    }

    @Test
    void the_palette_goes_anywhere() {
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette[open]")).isVisible();
        page.keyboard().type("spam");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("view=spam$"));
    }

    @Test
    void x_selects_and_escape_clears() {
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("#bulk-count")).containsText("1");

        page.keyboard().press("Escape");
        assertThat(page.locator("#bulk")).isHidden();
    }
}
