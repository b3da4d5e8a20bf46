package pronto.customers.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pronto.ui.Refusal;

/** What became of the lines of a file; {@code refused} names what is wrong with the first of those that were not taken. */
public record ImportResult(int added, int changed, int unchanged, int refusedCount, List<RefusedLine> refused) {

    /** A line that was not taken, and one reason why. */
    public record RefusedLine(long line, Refusal refusal) {

        /** The column that is wrong, without the place in its list; null where it is the line as a whole. */
        public @Nullable String column() {
            var field = refusal.field();
            if (field == null || field.isEmpty() || field.equals("file")) {
                return null;
            }
            return field.replaceAll("\\[\\d+]$", "");
        }
    }

    public boolean complete() {
        return refusedCount == 0;
    }
}
