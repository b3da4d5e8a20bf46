package pronto.customers.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import pronto.runtime.CannotRun;
import pronto.runtime.Command;
import pronto.timeline.Actor;
import pronto.ui.Reader;
import pronto.ui.Text;
import pronto.ui.Texts;

/** Takes customers from a CSV file on the command line. */
@CommandLine.Command(
        name = "import customers",
        description = {
            "Takes customers from a CSV file: code,name,plan,language,timeZone,domains,emails,phones.",
            "UTF-8, separated by comma or semicolon; the first line names the columns; an empty cell says nothing.",
            "Several values in one cell are separated by semicolon, in a file of semicolons within quotation marks:",
            "  code,name,domains,emails",
            "  ACME,Acme S.r.l.,acme.it;acme.com,marta@acme.it;luca@acme.it",
            "An address may bear a name: Marta Rossi <marta@acme.it>. Of one code a file has one line.",
            "A line that cannot be taken is named on standard error and keeps no other out; the exit status is then 1."
        })
public final class ImportCustomers implements Command {

    @CommandLine.Parameters(paramLabel = "FILE", description = "The file to read.")
    private Path file = Path.of("");

    @CommandLine.Option(names = "--dry-run", description = "Say what would happen, and change nothing.")
    private boolean dryRun;

    @Override
    public int run(BeanFactory program) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotRun("There is no file " + file + " to read.");
        }
        var texts = program.getBean(Texts.class);
        var text = texts.in(Reader.languageOf(Locale.getDefault()), ZoneOffset.UTC);
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var result = program.getBean(CustomerImport.class).take(bytes, dryRun, Actor.PRONTO);
            tell(result, text, texts);
            return result.complete() ? 0 : 1;
        }
    }

    private void tell(ImportResult result, Text text, Texts texts) {
        for (var line : result.refused()) {
            System.err.println(text.of(
                    "customers.import.line",
                    "line",
                    line.line(),
                    "column",
                    Objects.requireNonNullElse(line.column(), "none"),
                    "sentence",
                    texts.refusal(text, line.refusal())));
        }
        System.out.println(text.of(
                dryRun ? "customers.import.would" : "customers.import.did",
                "added",
                result.added(),
                "changed",
                result.changed(),
                "unchanged",
                result.unchanged(),
                "refused",
                result.refusedCount()));
    }
}
