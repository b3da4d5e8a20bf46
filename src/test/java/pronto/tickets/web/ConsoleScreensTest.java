package pronto.tickets.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import pronto.browser.Look;
import pronto.tickets.Mail;

/** One ticket at work, with colleagues at other browsers. */
class ConsoleScreensTest extends AtTheConsole {

    @Test
    void an_empty_answer_is_told_beside_the_text() {
        var page = open(report("Vuota"), giulia, Look.DESK);

        assertThat(page.locator("#text-reply")).hasAttribute("data-blank", "");
        page.keyboard().press("r");
        page.keyboard().press("Control+Enter");

        var error = page.locator("#panel-reply [data-field=text] .field__error");
        assertThat(error).hasText("Scrivi qualcosa, o allega un file.");
        page.keyboard().type("Ora");
        assertThat(error).isEmpty();
    }

    @Test
    void what_a_colleague_does_closes_no_menu_and_takes_no_mark_away() {
        var ticket = report("Due alla volta");
        var page = open(ticket, giulia, Look.DESK);
        page.locator("#menu > summary").click();

        open(ticket, marco, Look.NIGHT);
        assertThat(page.locator(".t-here")).containsText("Marco");
        desk.note(ticket.id(), new pronto.tickets.Body.Plain("Guardo io"), java.util.List.of(), marco.actor());

        assertThat(page.locator("#talk")).containsText("Guardo io");
        assertThat(page.locator("#menu > .menu__list")).isVisible();
        assertThat(page.locator(".q-row[aria-current]")).hasCount(1);
    }

    @Test
    void an_answer_taken_back_by_key_is_offered_no_more() {
        var page = open(report("Ripensamento"), giulia, Look.DESK);
        answer(page, "Troppo presto");
        assertThat(page.locator(".said__note")).isVisible();

        page.keyboard().press("z");

        assertThat(page.locator("#text-reply")).hasText("Troppo presto");
        assertThat(page.locator(".said__note")).hasCount(0);
        assertThat(page.locator(".msg__undo")).hasCount(0);
        assertThat(page.locator("#text-reply")).isFocused();
        page.keyboard().type(", e non finito");
        assertThat(page.locator("#text-reply")).hasText("Troppo presto, e non finito");
    }

    @Test
    void an_answer_taken_back_by_its_note_is_written_on_at_once() {
        var page = open(report("Ripensamento col dito"), giulia, Look.DESK);
        answer(page, "Un momento");

        page.locator(".said__note .btn").click();

        assertThat(page.locator("#text-reply")).isFocused();
        page.keyboard().type(" ancora");
        assertThat(page.locator("#text-reply")).hasText("Un momento ancora");
    }

    @Test
    void a_long_message_is_read_from_its_beginning() {
        var ticket = reported(
                Mail.from(MARTA).about("Racconto lungo").saying("Comincia qui.\n" + "E poi ancora.\n".repeat(120)));
        var page = open(ticket, giulia, Look.DESK);

        assertThat(page.locator("#talk .msg__who").last()).isInViewport();
        assertThat(page.locator(".msg__words").last()).containsText("Comincia qui.");
        assertThat(page.locator("#talk")).not().hasJSProperty("scrollTop", 0);
        page.keyboard().press("r");
        page.keyboard().press("Escape");
        assertThat(page.locator("#talk")).isFocused();
        assertThat(page.locator("#talk")).hasCSS("outline-style", "none");
    }

    @Test
    void an_answer_taken_back_elsewhere_is_not_said_to_have_left() {
        var ticket = report("Ritirata altrove");
        var page = open(ticket, giulia, Look.DESK);
        answer(page, "Un attimo");
        var sent = conversation.of(ticket.id(), null, 10).getLast();
        desk.takeBack(ticket.id(), sent.id(), giulia.actor());

        page.locator(".said__note .btn").click();

        assertThat(page.locator("#said")).containsText("già stata ritirata");
    }

    @Test
    void every_key_is_in_the_list_once_with_its_name() {
        var page = open(report("Tasti"), giulia, Look.DESK);
        page.keyboard().press("?");

        for (var key : new String[] {"J", "K", "X", ".", "Z", "L", "W", "R", "N", "M", "A", "E", "C", "/"}) {
            var rows = page.locator("#keys dl > div:visible:has(kbd:text-is('" + key + "'))");
            assertThat(rows).hasCount(1);
            assertThat(rows.locator("dt")).not().hasText("");
        }
        assertThat(page.locator("#keys")).not().containsText("Vai a");
    }

    private static void answer(Page page, String words) {
        page.keyboard().press("r");
        page.keyboard().type(words);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".msg__undo")).isVisible();
    }
}
