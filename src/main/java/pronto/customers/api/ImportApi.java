package pronto.customers.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pronto.customers.imports.CustomerImport;
import pronto.customers.imports.ImportResult;
import pronto.timeline.Actor;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;

/** Customers from a file: the body is the CSV itself. */
@RestController
class ImportApi {

    private final CustomerImport customers;
    private final Texts texts;

    ImportApi(CustomerImport customers, Texts texts) {
        this.customers = customers;
        this.texts = texts;
    }

    /** What became of the lines. */
    record Imported(boolean dryRun, int added, int changed, int unchanged, int refused, List<Refused> errors) {}

    /** A line that was not taken, and why. */
    record Refused(long line, @Nullable String field, String problem, String detail) {}

    @PostMapping(path = "/api/v1/customers/import")
    @Needs(Right.IMPORT)
    Imported take(@RequestParam(defaultValue = "false") boolean dryRun, InputStream body, Text text, Actor actor)
            throws IOException {
        try (body) {
            return imported(dryRun, customers.take(body, dryRun, actor), text);
        }
    }

    private Imported imported(boolean dryRun, ImportResult result, Text text) {
        return new Imported(
                dryRun,
                result.added(),
                result.changed(),
                result.unchanged(),
                result.refusedCount(),
                result.refused().stream()
                        .map(line -> new Refused(
                                line.line(),
                                line.refusal().field(),
                                line.refusal().name(),
                                texts.refusal(text, line.refusal())))
                        .toList());
    }
}
