package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;

/** What is laid on a text, whom a note calls, and a first message that keeps itself. */
class WritingScreensTest extends AtTheConsole {

    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAFklEQVR42mP8z8Dwn4EIwDiqkL4KAQBGZQ"
                    + "YBpJ1V7wAAAABJRU5ErkJggg==";
    private static final String PASTE = """
            ([where, picture]) => {
              const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
              const clipboardData = new DataTransfer();
              clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
              const place = document.querySelector(where);
              place.focus();
              place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }""";
    private static final String DROP = """
            (where) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['ciao'], 'nota.txt', { type: 'text/plain' }));
              for (const kind of ['dragover', 'drop']) {
                document.querySelector(where).dispatchEvent(
                  new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
              }
            }""";

    @Test
    void a_pasted_picture_stands_in_the_text_in_the_mail_and_in_the_ticket() {
        var ticket = report("Con figura");
        var page = open(ticket, giulia, Look.DESK);
        page.keyboard().press("r");
        page.keyboard().type("Ecco: ");
        page.evaluate(PASTE, java.util.List.of("#text-reply", DOT));
        assertThat(page.locator("#text-reply img")).isVisible();
        assertThat(page.locator("#files-message .file")).hasCount(0);
        page.evaluate(DROP, "#text-reply");
        assertThat(page.locator("#files-message .file")).hasCount(1);

        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".msg .rich img")).isVisible();
        assertThat(page.locator(".msg .file")).hasCount(1);
        var sent = conversation.of(ticket.id(), null, 10).getLast();
        Assertions.assertThat(sent.html()).contains("cid:picture.");
        Assertions.assertThat(sent.attachments())
                .anyMatch(file ->
                        file.inline() && sent.html() != null && sent.html().contains("" + file.contentId()));

        page.keyboard().press("z");
        assertThat(page.locator("#text-reply img")).isVisible();
        assertThat(page.locator("#text-reply img")).hasJSProperty("naturalWidth", 10);
    }

    @Test
    void a_note_calls_a_colleague_by_sign_and_by_button() {
        var ticket = report("Chi chiamo");
        var page = open(ticket, giulia, Look.DESK);
        page.keyboard().press("n");
        page.keyboard().type("Guarda @mar");
        page.keyboard().press("Enter");
        page.keyboard().type(" puoi? ");
        assertThat(page.locator("#text-note")).hasText(Pattern.compile("Marco Bassi[ \u00a0]puoi"));
        page.locator("[data-format=mention]").click();
        assertThat(page.locator("#mentions")).isVisible();
        page.keyboard().type("mar");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".msg--note .mention")).hasCount(2);
    }

    @Test
    void a_first_message_keeps_itself_and_goes_to_a_known_contact() {
        var page = at(giulia, Look.DESK).open("/tickets/new").page();
        page.waitForSelector("#letter-text[contenteditable=true]");
        page.locator("#letter-customer").fill("Acme");
        page.locator(".t-tie__one").click();
        page.locator("[data-address='" + MARTA + "']").click();
        assertThat(page.locator("#f-to")).hasValue(MARTA);
        page.locator("#f-subject").fill("Manutenzione");
        page.locator("#letter-text").click();
        page.keyboard().press("Control+b");
        page.keyboard().type("Domani alle 9");
        page.evaluate(DROP, "#letter-text");
        assertThat(page.locator("#files-letter .file")).hasCount(1);
        assertThat(page.locator(".c-saved")).containsText("bozza salvata");

        page.reload(new Page.ReloadOptions());

        assertThat(page.locator("#letter-text b")).hasText("Domani alle 9");
        assertThat(page.locator("#f-subject")).hasValue("Manutenzione");
        assertThat(page.locator("#files-letter .file")).hasCount(1);
        page.locator("#letter .btn--main").click();
        page.waitForURL("**/tickets/T-*");
        assertThat(page.locator(".msg .rich b")).hasText("Domani alle 9");
        assertThat(page.locator(".msg .file")).hasCount(1);
        Assertions.assertThat(sentTo(MARTA).getLast().subject()).contains("Manutenzione");
    }

    @Test
    void whoever_is_no_spammer_may_write_again_and_one_may_answer_them() {
        var ticket = reported(pronto.tickets.Mail.from(STRANGER).about("Non sono io"));
        var page = open(ticket, giulia, Look.DESK);
        desk.block(STRANGER, giulia.actor());
        desk.markAsSpam(ticket.id(), giulia.actor());
        assertThat(page.locator("#composer")).hasCount(0);

        page.locator("[hx-delete$='/spam']").click();

        assertThat(page.locator("#composer")).hasCount(1);
        assertThat(page.locator("#said")).containsText(STRANGER);
        page.waitForResponse(
                response -> !response.request().method().equals("GET"),
                () -> page.locator("#said .btn").click());
        page.navigate(page.url().replaceAll("/tickets/.*", "/blocked"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator("tbody button").click();
        assertThat(page.locator("tbody tr")).hasCount(0);
    }

    @Test
    void an_answer_that_left_while_the_line_broke_shows_as_sent_when_giulia_sends_it_again() {
        var ticket = report("In galleria");
        var page = open(ticket, giulia, Look.DESK);
        page.route("**/messages", route -> {
            route.fetch();
            route.abort();
        });
        page.keyboard().press("r");
        page.keyboard().type("Sono in treno");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#said .said__note--bad")).isVisible();
        assertThat(page.locator("#text-reply")).hasText("Sono in treno");

        page.unroute("**/messages");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#text-reply")).hasText("");
        assertThat(page.locator(".msg .rich", new Page.LocatorOptions().setHasText("Sono in treno")))
                .hasCount(1);
        Assertions.assertThat(texts(ticket)).containsOnlyOnce("Sono in treno");
        page.keyboard().press("r");
        page.keyboard().type("Sono in treno");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".msg .rich", new Page.LocatorOptions().setHasText("Sono in treno")))
                .hasCount(2);
    }

    @Test
    void the_same_draft_sent_from_two_tabs_leaves_once() {
        var ticket = report("Due schede");
        var visitor = at(giulia, Look.DESK);
        var one = visitor.open("/tickets/" + ticket.code()).page();
        one.waitForSelector("#text-reply[contenteditable=true]");
        one.keyboard().press("r");
        one.keyboard().type("Una volta sola");
        assertThat(one.locator("#panel-reply .c-saved")).containsText("bozza salvata");
        var other = visitor.context().newPage();
        other.navigate(one.url());
        other.waitForSelector("#text-reply[contenteditable=true]");
        assertThat(other.locator("#text-reply")).hasText("Una volta sola");

        one.keyboard().press("Control+Enter");
        assertThat(one.locator("#text-reply")).hasText("");
        other.keyboard().press("r");
        other.keyboard().press("Control+Enter");
        assertThat(other.locator("#text-reply")).hasText("");

        Assertions.assertThat(texts(ticket)).containsOnlyOnce("Una volta sola");
    }
}
