package pronto.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import pronto.browser.Look;
import pronto.browser.Visitor;
import pronto.people.House;
import pronto.staff.Technician;
import pronto.ui.Text;
import pronto.ui.Texts;

/** A technician at the console of a running house, in a real browser. */
final class Console implements AutoCloseable {

    private final House house;
    private final Visitor visitor;
    private final Page page;
    private final Text text;

    private Console(House house, Visitor visitor, String language) {
        this.house = house;
        this.visitor = visitor;
        this.page = visitor.page();
        this.text = house.get(Texts.class).in(language, ZoneId.of("Europe/Rome"));
    }

    /** Somebody whom nobody has let in yet. */
    static Console of(House house, Look look) {
        return new Console(house, new Visitor(house.address(), look), look.language());
    }

    static Console of(House house, Technician person, Look look) {
        house.get(JdbcClient.class)
                .sql("update staff.technician set language = :language where id = :id")
                .param("language", look.language())
                .param("id", person.id())
                .update();
        var console = of(house, look);
        console.visitor.with(
                Objects.requireNonNull(house.cast().browserOf(person).cookie()));
        return console;
    }

    Console open(String path) {
        visitor.open(path);
        return this;
    }

    Page page() {
        return page;
    }

    Visitor visitor() {
        return visitor;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Locator find(String selector, String holding) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(holding));
    }

    /** The words of a key as this person reads them. */
    String word(String key, Object... arguments) {
        return text.of(key, arguments);
    }

    /** Presses keys one after the other: {@code j}, {@code Control+Enter}. */
    Console press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Console type(String words) {
        page.keyboard().type(words);
        return this;
    }

    /** Waits until this is there to be seen. */
    Console shows(String selector) {
        assertThat(page.locator(selector).first()).isVisible();
        return this;
    }

    /** As by a click, also where the control shows itself to a pointer only. */
    Console does(String selector) {
        page.evaluate("selector => document.querySelector(selector).click()", selector);
        return this;
    }

    Console focuses(String selector) {
        page.focus(selector);
        return this;
    }

    /** Opens a dialog of the ticket from its menu. */
    Console opens(String dialog) {
        find("#menu > summary").click();
        find("#menu [data-opens=" + dialog + "]").click();
        return shows("#dialog[open]");
    }

    /** The row of the queue with this subject. */
    Locator row(String subject) {
        return find(".q-row", subject);
    }

    /** The stream of news is open: what is committed from now on is heard of. */
    Console hears() {
        assertThat(page.locator("html[data-stream=on]")).isAttached();
        return this;
    }

    @Override
    public void close() {
        visitor.close();
    }
}
