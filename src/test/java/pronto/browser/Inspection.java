package pronto.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at a page as a stern visitor would and says everything that is wrong with it. */
final class Inspection {

    private static final String AXE = read("/axe.min.js");

    /** Words that are keys, gaps nobody filled, and what a program says where it has nothing to say. */
    private static final String SCRIPT = """
            async () => {
              // Colours on their way are nobody's colours; what never ends (a pulse) is not waited for.
              const ends = (moving) => Number.isFinite(moving.effect?.getComputedTiming().endTime);
              await Promise.allSettled(document.getAnimations().filter(ends).map((moving) => moving.finished));
              const still = new CSSStyleSheet();
              still.replaceSync('*, ::before, ::after { transition: none !important; }');
              document.adoptedStyleSheets.push(still);
              const wrong = [];
              const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) =>
                one.checkVisibility({ visibilityProperty: true }));
              const mains = shown('main, [role=main]').length;
              if (mains !== 1) wrong.push(`${mains} mains`);
              const headings = shown('h1').map((one) => one.textContent.trim());
              if (headings.length !== 1) wrong.push(`${headings.length} h1: ${headings.join(' | ')}`);
              if (!/^\\S.* · Pronto$/.test(document.title)) wrong.push(`title “${document.title}”`);
              if (!document.documentElement.lang) wrong.push('no language');
              if (document.documentElement.scrollWidth > innerWidth) {
                const wide = [...document.querySelectorAll('main *')].find((one) =>
                  one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('[data-more], ul'));
                wrong.push(`scrolls sideways: ${wide?.outerHTML.slice(0, 120)}`);
              }
              const bad = [
                /(?<![\\w./@-])(tickets|ui|staff|customers|channels|knowledge|refusal|timeline|search|api|mail)(\\.[a-z]\\w*)+(?![\\w@])/,
                /(?<!\\{)\\{[a-z]\\w*[,}]/i, /\\b(null|undefined|NaN|\\[object)\\b/];
              const check = (words, where) => {
                const found = words && bad.map((one) => words.match(one)?.[0]).find(Boolean);
                if (found) wrong.push(`“${found}” in ${where}: ${words.trim().slice(0, 80)}`);
              };
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (!node.parentElement.closest('code, pre, textarea, script, style')) check(node.textContent, 'text');
              }
              for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
                for (const one of document.querySelectorAll(`[${name}]`)) check(one.getAttribute(name), name);
              }
              const { violations } = await axe.run(document, {
                resultTypes: ['violations'], iframes: false,
                runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'],
                // The design promises AA; and what scrolls must be reached by keys, whatever its role.
                rules: { 'color-contrast-enhanced': { enabled: false }, 'focus-order-semantics': { enabled: false } },
              });
              for (const { id, nodes } of violations) {
                wrong.push(`axe ${id}: ${nodes.slice(0, 3).map((one) =>
                  one.html.slice(0, 160) + ' ' + (one.failureSummary ?? '').replace(/\\s+/g, ' ').slice(0, 200)).join(' // ')}`);
              }
              document.adoptedStyleSheets.pop();
              return wrong;
            }""";

    private Inspection() {}

    static List<String> of(Page page) {
        page.evaluate(AXE);
        var wrong = new ArrayList<String>();
        if (page.evaluate(SCRIPT) instanceof List<?> found) {
            found.forEach(one -> wrong.add(String.valueOf(one)));
        }
        return wrong;
    }

    private static String read(String resource) {
        try (var in = Inspection.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
