package pronto.staff.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import pronto.browser.Look;
import pronto.browser.NeedsBrowser;
import pronto.browser.Visitor;
import pronto.people.Cast;
import pronto.runtime.RealDatabase;

/** Ada looks after people and tokens. */
@NeedsBrowser
@NullUnmarked
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StaffScreensTest extends RealDatabase {

    @Autowired
    WebServerApplicationContext context;

    private Visitor ada;
    private Page page;

    @BeforeEach
    void comes() {
        var cast = new Cast(context);
        var root = "http://127.0.0.1:"
                + Objects.requireNonNull(context.getWebServer()).getPort();
        ada = new Visitor(root, Look.NIGHT);
        var cookie = Objects.requireNonNull(cast.browserOf(cast.ada()).cookie()).split("=", 2);
        ada.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(root)));
        page = ada.page();
    }

    @AfterEach
    void goes() {
        ada.close();
    }

    @Test
    void whoever_is_invited_gets_a_way_in_and_the_page_stays_one_page() {
        ada.open("/settings/staff");
        page.locator("#f-name").fill("Nina Serra");
        page.locator("#f-email").fill("nina@pronto.example");
        page.locator("form .btn--main").click();

        assertThat(page.locator(".banner--ok .secret")).isVisible();
        assertThat(page.locator("main")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("Nina Serra");
        ada.findsNoFault();
    }

    @Test
    void a_token_without_a_scope_is_refused_and_keeps_its_name() {
        ada.open("/settings/tokens");
        page.locator("#f-name").fill("billing");
        page.locator("form .btn--main").last().click();

        assertThat(page.locator("[data-field=scopes] .field__error")).hasText("Choose at least one scope.");
        assertThat(page.locator("#f-name")).hasValue("billing");
        page.locator("[value=read]").check();
        page.locator("form .btn--main").last().click();

        assertThat(page.locator("code.secret")).isVisible();
        assertThat(page.locator("main")).hasCount(1);
    }
}
