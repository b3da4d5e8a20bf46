package pronto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much memory Pronto and its database hold, idle after a start and after two thousand mails. */
final class MemoryBench {

    private static final int MAILS = 2_000;

    private MemoryBench() {}

    static Figures run(Path folder) throws Exception {
        var figures = new Figures("memory");
        try (var pronto = Installation.start(folder.resolve("home"), "--pronto.mail.authserv=" + Mails.AUTHSERV)) {
            figures.row(measured(pronto, "idle after the start"));
            IntakeBench.send(pronto, "memory", 16, MAILS);
            IntakeBench.awaitFiled(pronto, MAILS);
            figures.row(measured(pronto, "after " + MAILS + " mails by 16 connections"));
        }
        figures.note(
                "Proportional set size in MB, from the kernel's smaps_rollup: own pages, and those of mapped files.");
        return figures;
    }

    private static Map<String, Object> measured(Installation pronto, String when) throws IOException {
        var row = new LinkedHashMap<String, Object>();
        row.put("when", when);
        pronto.javaMemory("", row);
        row.put("PostgreSQL MB", pronto.databaseMegabytes());
        return row;
    }
}
