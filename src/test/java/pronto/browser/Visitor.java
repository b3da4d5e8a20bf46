package pronto.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Somebody at a browser, who notices every fault: errors, requests to other hosts, what axe finds. */
public final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String root;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    public Visitor(String root, Look look) {
        this.root = root;
        this.context = Browsers.get()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(look.language().equals("it") ? "it-IT" : "en-GB")
                        .setTimezoneId("Europe/Rome")
                        .setColorScheme(look.theme())
                        .setViewportSize(look.width(), look.height()));
        // Long enough for a machine that has other things to do.
        context.setDefaultTimeout(60_000);
        this.page = context.newPage();
        page.onPageError(error -> faults.add("error: " + error));
        page.onConsoleMessage(message -> {
            // A refusal is an answer of 409 or 422, and the browser complains of each. What is wrong beyond is on the
            // page.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of ")) {
                faults.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            var uri = URI.create(request.url().replaceAll("[|{}]", "_"));
            if (uri.getHost() != null && !uri.getHost().equals(URI.create(root).getHost())) {
                faults.add("another host: " + request.url());
            }
        });
    }

    /** Goes on with a session that was opened elsewhere, given as {@code name=secret}. */
    public Visitor with(String session) {
        var cookie = session.split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(root)));
        return this;
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public Visitor open(String path) {
        page.navigate(root + path);
        page.waitForFunction("() => document.fonts.status === 'loaded'");
        return this;
    }

    /** A picture for whoever looks at them: {@code target/pictures/NAME.png}. */
    public Visitor picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
        return this;
    }

    /** No barrier, no error, no request to another host, no sideways scrolling. */
    public Visitor findsNoFault() {
        assertThat(faultsFound()).as("faults on %s", page.url()).isEmpty();
        return this;
    }

    /** Everything that a stern visitor finds wrong here, and what went wrong on the way; each is said once. */
    public List<String> faultsFound() {
        page.waitForFunction("() => [...document.querySelectorAll('.frame iframe')].every((frame) =>"
                + " frame.contentDocument?.readyState === 'complete')");
        var found = new ArrayList<>(Inspection.of(page));
        synchronized (faults) {
            found.addAll(faults);
            faults.clear();
        }
        return found;
    }

    @Override
    public void close() {
        context.close();
    }
}
