package pronto.customers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
import pronto.files.FileId;
import pronto.files.Files;
import pronto.timeline.Actor;
import pronto.ui.Invalid;
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

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final CustomerImport customers;
    private final CustomerExport export;
    private final Texts texts;
    private final Files files;

    ImportScreen(CustomerImport customers, CustomerExport export, Texts texts, Files files) {
        this.customers = customers;
        this.export = export;
        this.texts = texts;
        this.files = files;
    }

    @GetMapping
    View blank() {
        return new ImportView(null, null);
    }

    @GetMapping("/export.csv")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers.csv\"");
        export.write(response.getWriter());
    }

    @PostMapping
    View take(
            @RequestParam @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String kept,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "true") boolean rehearsal,
            Text text,
            Actor me)
            throws IOException {
        var looked = looked(file, kept, name);
        try (var bytes = open(looked)) {
            var outcome = outcome(customers.take(bytes, rehearsal, me), rehearsal, text);
            return new ImportView(outcome, rehearsal ? looked : null);
        }
    }

    /** What was only looked at lies ready to be taken: nobody has to choose it again. */
    private ImportView.Looked looked(@Nullable MultipartFile file, String kept, String name) throws IOException {
        if (file != null && !file.isEmpty()) {
            try (var bytes = file.getInputStream()) {
                var sha256 = files.put(bytes).id().sha256();
                return new ImportView.Looked(sha256, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
            }
        }
        if (!HASH.matcher(kept).matches()) {
            throw Invalid.missing("file");
        }
        return new ImportView.Looked(kept, name);
    }

    private InputStream open(ImportView.Looked looked) {
        try {
            return files.open(new FileId(looked.sha256()));
        } catch (IOException sweptAway) {
            throw new Invalid("file-gone", "file");
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
