package pronto.customers.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pronto.customers.CustomerBook.Outcome;
import pronto.ui.Invalid;
import pronto.ui.Refusal;

/** Counts while a file is read. */
final class Tally {

    private static final int MOST_NAMED = 1_000;

    private final int[] outcomes = new int[Outcome.values().length];
    private final List<ImportResult.RefusedLine> refused = new ArrayList<>();
    private int refusedCount;

    void add(Outcome outcome) {
        outcomes[outcome.ordinal()]++;
    }

    void refuse(long line, List<Refusal> faults) {
        refusedCount++;
        if (refused.size() < MOST_NAMED) {
            faults.forEach(fault -> refused.add(new ImportResult.RefusedLine(line, ofColumn(fault))));
        }
    }

    /** Beside a field "missing" says enough; in a file it must name the column. */
    private static Refusal ofColumn(Refusal refusal) {
        var column = refusal.field();
        return refusal.name().equals("missing") && column != null
                ? new Invalid("cell-empty", column, Map.of("column", column))
                : refusal;
    }

    ImportResult result() {
        return new ImportResult(
                outcomes[Outcome.ADDED.ordinal()],
                outcomes[Outcome.CHANGED.ordinal()],
                outcomes[Outcome.UNCHANGED.ordinal()],
                refusedCount,
                List.copyOf(refused));
    }
}
