package pronto.customers.imports;

import java.util.List;
import pronto.ui.Refusal;

/** What became of the lines of a file; {@code refused} names the first of those that were not taken. */
public record ImportResult(int added, int changed, int unchanged, int refusedCount, List<RefusedLine> refused) {

    /** A line that was not taken, and why. */
    public record RefusedLine(long line, Refusal refusal) {}

    public boolean complete() {
        return refusedCount == 0;
    }
}
