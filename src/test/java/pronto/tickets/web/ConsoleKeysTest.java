package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.browser.Stage;
import pronto.browser.Visitor;

/** The console is worked by keys alone. */
@NeedsBrowser
class ConsoleKeysTest {

    private static final class Held {
        private static final Stage STAGE = Stage.with(SampleConsole.class, SampleConsole.Places.class);
    }

    private Visitor marta = new Visitor(Held.STAGE.root(), Look.DESK);
    private Page page = marta.page();

    @BeforeEach
    void open() {
        marta.open("/");
    }

    @AfterEach
    void leave() {
        marta.close();
    }

    @AfterAll
    static void close() {
        Held.STAGE.close();
    }

    @Test
    void j_opens_the_next_ticket_beside_the_list() {
        page.keyboard().press("j");

        assertThat(page).hasURL(Pattern.compile("/tickets/T-1002H$"));
        assertThat(page.locator("#ticket")).isVisible();
    }

    @Test
    void a_reply_and_a_note_never_share_their_text() {
        marta.open("/tickets/T-1009X?view=unknown");
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
        marta.open("/tickets/T-1009X?view=unknown");
        page.keyboard().press("a");

        assertThat(page.locator("#said")).containsText("Davide Riva");
    }

    @Test
    void the_palette_goes_anywhere() {
        page.keyboard().press("Control+k");
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
