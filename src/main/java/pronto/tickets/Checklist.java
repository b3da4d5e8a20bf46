package pronto.tickets;

import static pronto.tickets.Diagnostic.ACCOUNT;
import static pronto.tickets.Diagnostic.BROWSER;
import static pronto.tickets.Diagnostic.ERROR_TEXT;
import static pronto.tickets.Diagnostic.HAR;
import static pronto.tickets.Diagnostic.MAIL_HEADERS;
import static pronto.tickets.Diagnostic.SCREENSHOT;
import static pronto.tickets.Diagnostic.STEPS;
import static pronto.tickets.Diagnostic.TIME;

import java.util.List;

/** What is asked for together, by what goes wrong. */
public enum Checklist {
    PAGE(STEPS, TIME, BROWSER, SCREENSHOT),
    SLOW(TIME, STEPS, BROWSER, HAR),
    MAIL(MAIL_HEADERS, TIME, ACCOUNT),
    ERROR(ERROR_TEXT, STEPS, TIME, SCREENSHOT);

    private final List<Diagnostic> items;

    Checklist(Diagnostic... items) {
        this.items = List.of(items);
    }

    public List<Diagnostic> items() {
        return items;
    }
}
