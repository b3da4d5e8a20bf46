package pronto.customers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import pronto.customers.imports.CustomerExport;
import pronto.customers.imports.CustomerImport;
import pronto.customers.imports.ImportResult;
import pronto.timeline.Actor;
import pronto.ui.Needs;
import pronto.ui.Right;
import pronto.ui.Text;
import pronto.ui.Texts;
import pronto.ui.View;

/** Customers from a file, looked at before they are taken. */
@Controller
@Needs(Right.IMPORT)
@RequestMapping("/customers/import")
class ImportScreen {

    private final CustomerImport customers;
    private final CustomerExport export;
    private final Texts texts;

    ImportScreen(CustomerImport customers, CustomerExport export, Texts texts) {
        this.customers = customers;
        this.export = export;
        this.texts = texts;
    }

    @GetMapping
    View blank() {
        return new ImportView(null);
    }

    @GetMapping("/export.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\"");
        export.write(response.getWriter());
    }

    @PostMapping
    View take(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "true") boolean rehearsal,
            Text text,
            Actor me)
            throws IOException {
        try (var bytes = file.getInputStream()) {
            return new ImportView(outcome(customers.take(bytes, rehearsal, me), rehearsal, text));
        }
    }

    private ImportView.Outcome outcome(ImportResult result, boolean rehearsal, Text text) {
        return new ImportView.Outcome(
                rehearsal,
                result.added(),
                result.changed(),
                result.unchanged(),
                result.refusedCount(),
                result.refused().stream()
                        .map(line ->
                                new ImportView.Refused(line.line(), line.column(), texts.refusal(text, line.refusal())))
                        .toList());
    }
}
